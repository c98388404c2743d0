import { dayMs, dayOf } from '../contract/day.ts';
import { isExact, type PlanCycle } from '../contract/forecast.ts';
import type { PeriodSample } from './day-traffic.ts';
import { type Period, periodFrom } from './period.ts';
import type { Sample } from './sample.ts';

/** Before the turn of a month, traffic that was not read is at most this multiple of the rate until then. */
const mostTimes = 3;

/** A cycle of the plan. Epoch milliseconds, UTC; the end is exclusive. */
export type Cycle = { fromMs: number; toMs: number };

/**
 * Returns the cycle around `now` of a plan that renews on that day of each month, or on the last day of a
 * shorter one.
 */
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

/** Returns the first and the last day of a cycle so far, both included. */
export function cycleDays({ fromMs, toMs }: Cycle, now: number): Pick<PlanCycle, 'dateFrom' | 'dateTo'> {
  return { dateFrom: dayOf(fromMs), dateTo: dayOf(Math.min(Math.max(now, fromMs), toMs - dayMs)) };
}

/** GB, with the bounds of what is possible by the readings. */
export type Bounded = { usedGb: number; lowGb: number; highGb: number };

/**
 * Counts what a cycle has used from the account's readings, bounded by those before and after its start. Null where
 * there are none that say it; `month` is the reading of the vendor's period.
 */
export function usedSince(
  { fromMs }: Cycle,
  month: { usedGb: number; readAt: number; period: Period },
  samples: readonly PeriodSample[],
): Bounded | null {
  const { usedGb, readAt, period } = month;
  if (fromMs === period.fromMs) return { usedGb, lowGb: usedGb, highGb: usedGb };
  const own = samples.filter(({ period: key, at }) => key === period.key && at < readAt);
  const now = { at: readAt, gb: usedGb };
  const first = own[0] ?? now;
  // The vendor may turn hours after midnight UTC: a reading of the month before is then later than its end.
  const earlier = samples.filter(({ period: key, at }) => key !== period.key && at < first.at);
  const last = earlier.at(-1);
  if (fromMs > period.fromMs && (last === undefined || last.at <= fromMs)) {
    const since = lessStart(now, boundsAt(fromMs, { at: period.fromMs, gb: 0 }, own, now));
    const known = last !== undefined || first.at <= fromMs || since.lowGb >= since.highGb / 2;
    return known ? since : null;
  }
  const before = periodFrom(last?.period ?? null);
  if (last === undefined || before === null || before.toMs !== period.fromMs || fromMs < before.fromMs)
    return null;
  const end = endOf(before, last, first.at);
  const inIt = earlier.filter(({ period: key }) => key === before.key);
  const rest = lessStart(last, boundsAt(fromMs, { at: before.fromMs, gb: 0 }, inIt, last));
  // Nothing was read between the cycle's start and the turn: only a part of that time belongs to the cycle.
  const part = last.at >= fromMs ? 1 : Math.max(0, before.toMs - fromMs) / Math.max(1, before.toMs - last.at);
  return {
    usedGb: usedGb + rest.usedGb + part * end.likelyGb,
    lowGb: usedGb + rest.lowGb,
    highGb: usedGb + rest.highGb + end.mostGb,
  };
}

type Bounds = { gb: number; lowGb: number; highGb: number };

/** Returns the counter at a moment: between the readings around it, and likely in proportion to the time. */
function boundsAt(at: number, start: Sample, samples: readonly Sample[], end: Sample): Bounds {
  const after = samples.find((sample) => sample.at >= at) ?? end;
  const before = samples.findLast((sample) => sample.at <= at) ?? start;
  const lowGb = Math.min(before.gb, after.gb);
  if (after.at <= before.at || at >= after.at) return { gb: after.gb, lowGb: after.gb, highGb: after.gb };
  const gb = lowGb + ((after.gb - lowGb) * Math.max(0, at - before.at)) / (after.at - before.at);
  return { gb, lowGb, highGb: after.gb };
}

function lessStart({ gb }: Sample, start: Bounds): Bounded {
  const since = (before: number) => Math.max(0, gb - before);
  return { usedGb: since(start.gb), lowGb: since(start.highGb), highGb: since(start.lowGb) };
}

/** Returns the traffic between a month's last reading and its turn, which the vendor no longer reports. */
function endOf(before: Period, last: Sample, firstAt: number): { likelyGb: number; mostGb: number } {
  const until = last.at < before.toMs ? Math.min(firstAt, before.toMs) : firstAt;
  const likelyGb = (last.gb * (until - last.at)) / Math.max(1, last.at - before.fromMs);
  return { likelyGb, mostGb: mostTimes * likelyGb };
}

/**
 * Returns the plan's cycle with the best known traffic: from the history where that is exact enough, else the sum
 * over all sub-users read in the same cycle, else the history with its bounds. Null where no renewal day is set.
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
  const current = read !== null && read.dateFrom === days.dateFrom ? read : null;
  const known =
    month === null || period === null
      ? null
      : usedSince(cycle, { usedGb: month.gb, readAt: month.readAt, period }, samples);
  if (month !== null && known !== null && (current === null || isExact(known))) {
    const found = cycle.fromMs === period?.fromMs ? 'month' : 'history';
    return { ...days, ...known, readAt: month.readAt, found, missing: 0 };
  }
  const unknown = { usedGb: null, lowGb: null, highGb: null, readAt: null };
  return current ?? { ...days, ...unknown, found: 'unknown', missing: 0 };
}
