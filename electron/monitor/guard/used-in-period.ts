import { dayOf } from '../../contract/day.ts';
import type { SubUser } from '../../contract/sub-user.ts';
import type { UsageQuery } from '../../contract/usage.ts';
import { allTime } from '../../usage/guard/look.ts';
import { periodFrom } from '../../usage/period.ts';
import type { OpenGuardParts } from './guard-parts.ts';

/** Asks the API what a sub-user has used in a period; null where it does not answer. */
export async function usedInPeriod(
  { session, client }: Pick<OpenGuardParts, 'session' | 'client'>,
  { id }: SubUser,
  { period, current }: { period: string; current: string | null },
): Promise<number | null> {
  const query = queryOf(period, current);
  if (query === null) return null;
  const usage = await session.call((who) => client.subUserUsage(who, id, query));
  return usage.ok ? usage.value.totalGb : null;
}

function queryOf(period: string, current: string | null): UsageQuery | null {
  if (period === allTime) return { type: 'lifetime' };
  if (period === current) return { type: 'current_month' };
  const month = periodFrom(period);
  if (month === null) return null;
  return { type: 'custom', dateFrom: period, dateTo: dayOf(month.toMs - 1), timeZone: 'UTC' };
}
