import { dayOf } from '../../electron/contract/day.ts';
import type { AccountDays } from '../../electron/contract/usage.ts';

/** As many days as a sparkline has. Fewer than three say nothing about a usual day. */
const usualDays = 14;
const leastDays = 3;

/** Returns today's traffic so far and the median of the two weeks before, in GB, by the API's days (UTC); null is not known. */
export function todayOf(
  accountDays: AccountDays | null,
  now: number,
): { todayGb: number | null; usualGb: number | null } {
  if (accountDays === null) return { todayGb: null, usualGb: null };
  const today = dayOf(now);
  const days = [...accountDays.last.days, ...accountDays.current.days];
  const before = days.filter(({ at }) => at < today).slice(-usualDays);
  const known = before.flatMap(({ trafficGb }) => trafficGb ?? []).sort((one, other) => one - other);
  return {
    todayGb: days.find(({ at }) => at === today)?.trafficGb ?? null,
    usualGb: known.length < leastDays ? null : median(known),
  };
}

function median(sorted: readonly number[]): number {
  const middle = (sorted.length - 1) / 2;
  const [low = 0, high = 0] = [sorted[Math.floor(middle)], sorted[Math.ceil(middle)]];
  return (low + high) / 2;
}
