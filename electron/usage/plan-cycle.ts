import type { PlanCycle } from '../contract/outlook.ts';
import { dayName, type PeriodSample } from './day-traffic.ts';
import type { Period } from './period.ts';

const dayMs = 86_400_000;
/** A reading this near to a boundary stands for it. */
const nearMs = 2 * 3_600_000;

/** A cycle of the plan; epoch milliseconds, UTC, the end is not in it. */
export type Cycle = { fromMs: number; toMs: number };

/** The cycle that `now` is in, where the plan renews on that day of each month, or on the last of a shorter one. */
export function cycleAt(renewsOn: number, now: number): Cycle {
  const today = new Date(now);
  const [year, month] = [today.getUTCFullYear(), today.getUTCMonth()];
  const begun = renewal(year, month, renewsOn);
  return begun <= now
    ? { fromMs: begun, toMs: renewal(year, month + 1, renewsOn) }
    : { fromMs: renewal(year, month - 1, renewsOn), toMs: begun };
}

function renewal(year: number, month: number, renewsOn: number): number {
  return Math.min(Date.UTC(year, month, renewsOn), Date.UTC(year, month + 1, 0));
}

/** The days of a cycle so far, both in it. */
export function cycleDays({ fromMs, toMs }: Cycle, now: number): Pick<PlanCycle, 'dateFrom' | 'dateTo'> {
  return { dateFrom: dayName(fromMs), dateTo: dayName(Math.min(Math.max(now, fromMs), toMs - dayMs)) };
}

/**
 * What a cycle has used, counted from the account's readings: null where one is missing at the cycle's begin or, if a month ended in
 * the cycle, at that month's end. `month` is the reading of the vendor's period.
 */
export function usedSince(
  { fromMs }: Cycle,
  month: { usedGb: number; period: Period },
  samples: readonly PeriodSample[],
): number | null {
  const { usedGb, period } = month;
  if (fromMs === period.fromMs) return usedGb;
  const begin = nearest(samples, fromMs);
  if (begin === null) return null;
  if (begin.period === period.key) return usedGb >= begin.gb ? usedGb - begin.gb : null;
  // The cycle began in the month before, whose last reading has to be there as well.
  const end = samples.findLast((sample) => sample.period === begin.period);
  if (end === undefined || period.fromMs - end.at > nearMs || end.gb < begin.gb) return null;
  return fromMs < period.fromMs ? end.gb - begin.gb + usedGb : null;
}

/**
 * The plan's cycle with the best that is known of it: counted from the history where that is complete, else as it was read from all
 * sub-users in the same cycle. Null where the person named no day.
 */
export function planCycle(
  renewsOn: number | null,
  now: number,
  month: { gb: number; readAt: number } | null,
  period: Period | null,
  samples: readonly PeriodSample[],
  read: PlanCycle | null,
): PlanCycle | null {
  if (renewsOn === null) return null;
  const cycle = cycleAt(renewsOn, now);
  const days = cycleDays(cycle, now);
  if (month !== null && period !== null) {
    const usedGb = usedSince(cycle, { usedGb: month.gb, period }, samples);
    const found = cycle.fromMs === period.fromMs ? 'month' : 'history';
    if (usedGb !== null) return { ...days, usedGb, readAt: month.readAt, found, missing: 0 };
  }
  if (read !== null && read.dateFrom === days.dateFrom) return read;
  return { ...days, usedGb: null, readAt: null, found: 'unknown', missing: 0 };
}

function nearest(samples: readonly PeriodSample[], at: number): PeriodSample | null {
  let best: PeriodSample | null = null;
  for (const sample of samples) {
    const away = Math.abs(sample.at - at);
    if (away <= nearMs && (best === null || away < Math.abs(best.at - at))) best = sample;
  }
  return best;
}
