import type { SubUserPasswords } from '../../account/sub-user-passwords.ts';
import { type JobResult, mostKeptAtOnce } from '../../contract/job.ts';
import { Secret } from '../../oxylabs/secret.ts';
import { type AppStore, currentAccountId } from '../state.ts';
import type { PasswordsOf } from './job-results-csv.ts';

type Parts = { store: AppStore; passwords: Pick<SubUserPasswords, 'keep'> };

/**
 * Keeps the passwords of the sub-users that a task created. Those that are not certain, and those beyond the number that a
 * keyring encrypts in a reasonable time, are left.
 */
export async function keepPasswords(
  { store, passwords }: Parts,
  results: readonly JobResult[],
  passwordsOf: PasswordsOf,
): Promise<{ kept: number; left: number; lasts: boolean }> {
  const accountId = currentAccountId(store.getState());
  let kept = 0;
  let left = 0;
  let lasts = true;
  for (const [row, result] of results.entries()) {
    const found = passwordsOf?.(result, row) ?? [];
    const [password, ...others] = found;
    if (password === undefined) continue;
    const isCertain = result.outcome === 'done' && others.length === 0;
    if (!isCertain || accountId === null || kept >= mostKeptAtOnce) {
      left += 1;
      continue;
    }
    const end = await passwords.keep(accountId, result.username, new Secret(password));
    if (end === 'refused') left += 1;
    else kept += 1;
    lasts &&= end !== 'this-run';
  }
  return { kept, left, lasts };
}
