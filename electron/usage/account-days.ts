import type { PlanCycle } from '../contract/forecast.ts';
import type { PlanSettings } from '../contract/plan.ts';
import { hasOwnCycle } from '../contract/plan-use.ts';
import type { AccountDays, UsagePoint } from '../contract/usage.ts';
import type { PeriodSample } from './day-traffic.ts';
import type { Figure } from './outlook.ts';
import { type Period, periodFrom } from './period.ts';
import { type Past, pastOf, periodDays } from './period-days.ts';
import { type Cycle, cycleAt } from './plan-cycle.ts';

type Parts = {
  plan: PlanSettings;
  now: number;
  figure: Figure | null;
  period: Period | null;
  /** The account's readings; the last one is the current figure. */
  samples: readonly PeriodSample[];
  cycle: PlanCycle | null;
  /** This month's days as read of all sub-users, if they were. */
  loaded: readonly UsagePoint[];
};

/** Returns the account's days in the period that the plan counts by, and in the one before; null before the first reading. */
export function accountDays(parts: Parts): AccountDays | null {
  const { plan, now, period, figure, samples, loaded } = parts;
  if (period === null) return null;
  const past = pastOf(samples);
  if (hasOwnCycle(plan) && plan.renewsOn !== null) return cycleDays(plan.renewsOn, past, parts);
  const used = figure === null ? null : { atMs: figure.readAt, gb: figure.gb };
  const before = monthBefore(period);
  const last = samples.findLast(({ period: key }) => key === before.key);
  return {
    current: periodDays({ past, ...boundsOf(period), used, loaded, now }),
    last: periodDays({
      past,
      ...boundsOf(before),
      used: last === undefined ? null : { atMs: last.at, gb: last.gb },
      now,
    }),
  };
}

function cycleDays(renewsOn: number, past: Past, { now, cycle, loaded }: Parts): AccountDays {
  const bounds = cycleAt(renewsOn, now);
  const before = cycleAt(renewsOn, bounds.fromMs - 1);
  const { usedGb = null, readAt = null } = cycle ?? {};
  return {
    current: periodDays({
      past,
      ...bounds,
      used: usedGb === null || readAt === null ? null : { atMs: readAt, gb: usedGb },
      loaded,
      now,
    }),
    last: periodDays({ past, ...before, used: usedIn(before, past), now }),
  };
}

/** Returns what a cycle that is over has used; null where its start or its end was not read. */
function usedIn({ fromMs, toMs }: Cycle, { counter }: Past) {
  const [start, end] = [counter(fromMs), counter(toMs)];
  return start === null || end === null ? null : { atMs: toMs, gb: end - start };
}

function boundsOf({ fromMs, toMs }: Period): Cycle {
  return { fromMs, toMs };
}

function monthBefore({ fromMs }: Period): Period {
  const from = new Date(fromMs);
  const begin = Date.UTC(from.getUTCFullYear(), from.getUTCMonth() - 1, from.getUTCDate());
  const key = new Date(begin).toISOString().slice(0, 10);
  return periodFrom(key) ?? { key, fromMs: begin, toMs: fromMs };
}
