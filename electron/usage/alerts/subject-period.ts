import type { SubUser } from '../../contract/sub-user.ts';
import type { AlertMemory, SubjectMemory } from './memory.ts';
import type { Observation } from './observation.ts';

/** So long the list may still tell the old period's traffic after client-stats told the new one. */
const lagMs = 6 * 3_600_000;
const lifetime = 'lifetime';

/** The latest period that the vendor told of. Its `date_from` is the rollover, whatever the local clock says. */
export function periodNow({ period, now }: Observation, memory: AlertMemory): AlertMemory['period'] {
  if (period === null) return memory.period;
  // Two of the vendor's servers may differ for a while: an earlier period does not come back.
  if (memory.period !== null && period.key <= memory.period.key) return memory.period;
  return { key: period.key, since: now };
}

/** The period that a sub-user's traffic belongs to. One that is counted for its lifetime never resets. */
export function subUserPeriod(
  { id, lifetime: isLifetime, trafficGb }: SubUser,
  known: SubjectMemory | undefined,
  period: AlertMemory['period'],
  { previous, now }: Pick<Observation, 'previous' | 'now'>,
): string | null {
  if (isLifetime === true) return lifetime;
  if (period === null) return known?.period === lifetime ? null : (known?.period ?? null);
  if (known === undefined || known.period === null || known.period === lifetime) return period.key;
  if (known.period >= period.key) return known.period;
  const before = previous?.get(id)?.trafficGb ?? 0;
  const lags = before > 0 && (trafficGb ?? 0) >= before && Math.abs(now - period.since) < lagMs;
  return lags ? known.period : period.key;
}
