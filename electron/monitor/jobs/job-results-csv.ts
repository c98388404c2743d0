import type { JobResult } from '../../contract/job.ts';
import { toCsv } from '../../text/csv.ts';
import { eitherText, jobTexts, outcomeNames, reasonText } from '../../text/job.ts';

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
  const { username, id, result, why, password } = jobTexts;
  const headings = [username, id, result, why, ...(passwordsOf === null ? [] : [password])];
  const rows = results.map((each, row) => [
    each.username,
    each.id,
    outcomeNames[each.outcome],
    reasonText(each.reason, locale),
    ...(passwordsOf === null ? [] : [eitherText(passwordsOf(each, row))]),
  ]);
  return toCsv(headings, rows);
}
