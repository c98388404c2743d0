import { dayMs } from '../../electron/contract/day.ts';
import type { Forecast } from '../../electron/contract/forecast.ts';
import { hasOwnCycle } from '../../electron/contract/plan-use.ts';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import type { PeriodDays } from '../../electron/contract/usage.ts';

/** The period that the overview shows. */
export type ShownPeriod = 'current' | 'last' | 'year';
export type KnownForecast = Extract<Forecast, { kind: 'forecast' }>;

/** What the four figures and the chart of a period are made from. GB; times are epoch milliseconds. */
export type Figures = {
  isCycle: boolean;
  period: PeriodDays | null;
  usedGb: number | null;
  planGb: number | null;
  forecast: KnownForecast | null;
  /** The passed share of the period; null in one that is over. */
  pace: number | null;
  leftGb: number | null;
  daysLeft: number | null;
};

type Parts = Pick<Snapshot, 'traffic' | 'outlook' | 'cycle' | 'accountDays' | 'settings'>;

/** Returns the figures of the period that the plan counts by, or of the one before. */
export function figuresOf({ traffic, outlook, cycle, accountDays, settings }: Parts, last: boolean): Figures {
  const isCycle = hasOwnCycle(settings.plan);
  const planGb = settings.plan.sizeGb;
  if (last) {
    const period = accountDays?.last ?? null;
    const usedGb = period?.days.at(-1)?.totalGb ?? null;
    return { isCycle, period, usedGb, planGb, forecast: null, pace: null, leftGb: null, daysLeft: null };
  }
  const period = accountDays?.current ?? null;
  const usedGb = isCycle ? (cycle?.usedGb ?? null) : (traffic.month?.trafficGb ?? null);
  const forecast = isCycle ? (outlook?.cycleForecast ?? null) : (outlook?.forecast ?? null);
  const readAt = traffic.month?.readAt ?? null;
  return {
    isCycle,
    period,
    usedGb,
    planGb,
    forecast: forecast?.kind === 'forecast' ? forecast : null,
    pace: period === null || readAt === null ? null : paceAt(readAt, period),
    leftGb: planGb === null || usedGb === null ? null : Math.max(0, planGb - usedGb),
    daysLeft: period === null || readAt === null ? null : daysLeftAt(readAt, period),
  };
}

function paceAt(at: number, { fromMs, toMs }: PeriodDays): number {
  return Math.min(Math.max((at - fromMs) / (toMs - fromMs), 0), 1);
}

/** Returns the days that are left after today, and the part of today as one where none are. */
function daysLeftAt(at: number, { toMs }: PeriodDays): number {
  return Math.max(1, Math.floor((toMs - at) / dayMs));
}

/** Returns how many whole points of the plan the use is over the even pace; negative under it. */
export function pointsOverPace(usedGb: number, planGb: number, pace: number): number {
  return Math.floor((usedGb / planGb) * 100) - Math.floor(pace * 100);
}
