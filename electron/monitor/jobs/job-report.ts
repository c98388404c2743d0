import Papa from 'papaparse';
import type { JobResult } from '../../contract/job.ts';

const outcomes: Record<JobResult['outcome'], string> = {
  done: 'Done',
  skipped: 'Skipped',
  failed: 'Failed',
  unknown: 'Unknown',
  'not-sent': 'Not sent',
};

/**
 * The results as CSV (RFC 4180), with the passwords that were made here in a column of their own. A cell that begins like
 * a formula is made harmless; such a password never does (contract/password.ts).
 */
export function jobReport(
  results: readonly JobResult[],
  passwords: ReadonlyMap<string, string> | null,
): string {
  const headings = ['Username', 'Id', 'Result', 'Why', ...(passwords === null ? [] : ['Password'])];
  const rows = results.map(({ username, id, outcome, detail }) => [
    username,
    id,
    outcomes[outcome],
    detail,
    ...(passwords === null ? [] : [passwords.get(username) ?? '']),
  ]);
  return `${Papa.unparse([headings, ...rows], { newline: '\r\n', escapeFormulae: true })}\r\n`;
}
