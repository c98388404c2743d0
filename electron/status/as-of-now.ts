import type { Status, StatusAccount } from '../contract/status.ts';

const minuteMs = 60_000;

type Times = Pick<StatusAccount, 'state' | 'read_at' | 'stale_at'>;

/**
 * Returns whether figures are old by now, whatever the file says: its writer may have been killed. Times in the future are
 * those of a wrong clock, and say nothing.
 */
export function isOld({ state, read_at, stale_at }: Times, now: number): boolean {
  if (read_at === null) return false;
  const isFuture = Date.parse(read_at) > now + minuteMs;
  return state === 'stale' || isFuture || (stale_at !== null && now >= Date.parse(stale_at));
}

/** Returns the status as it would be written now. */
export function asOfNow(status: Status, now: number): Status {
  return {
    ...status,
    accounts: status.accounts.map((account) =>
      account.state === 'ok' && isOld(account, now) ? { ...account, state: 'stale' } : account,
    ),
  };
}
