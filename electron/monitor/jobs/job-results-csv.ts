import type { JobResult } from '../../contract/job.ts';
import { toCsv } from '../../text/csv.ts';
import { eitherText, reasonText } from '../../text/job.ts';
import { say } from '../../text/say.ts';

/** Returns the passwords that Oxygauge made for a result; null where no row of the task has one. */
export type PasswordsOf = ((result: JobResult, row: number) => readonly string[]) | null;

/**
 * Returns the results as CSV, with the passwords that Oxygauge made in a last column.
 * Such a password never looks like a formula (contract/password.ts), so the guard leaves it as it is.
 */
export function jobResultsCsv(
  results: readonly JobResult[],
  passwordsOf: PasswordsOf,
  locale: string,
): string {
  const headings = [
    say('job.username'),
    say('job.id'),
    say('job.result'),
    say('job.why'),
    ...(passwordsOf === null ? [] : [say('job.password')]),
  ];
  const rows = results.map((each, row) => [
    each.username,
    each.id,
    say(`job.outcome.${each.outcome}`),
    reasonText(each.reason, locale),
    ...(passwordsOf === null ? [] : [eitherText(passwordsOf(each, row))]),
  ]);
  return toCsv(headings, rows);
}
