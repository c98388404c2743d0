import { dayMs, dayOf } from '../contract/day.ts';
import type { DayTotal, PeriodDays, UsagePoint } from '../contract/usage.ts';
import { counterOf, dayTraffic, type PeriodSample } from './day-traffic.ts';

/** What an account's readings show: its days, and the growing counter behind them. */
export type Past = { dayGb: ReadonlyMap<string, number>; counter: (moment: number) => number | null };

export function pastOf(samples: readonly PeriodSample[]): Past {
  const dayGb = new Map(dayTraffic(samples).map(({ at, trafficGb }) => [at, trafficGb]));
  return { dayGb, counter: counterOf(samples) };
}

export type PeriodDaysInput = {
  past: Past;
  fromMs: number;
  toMs: number;
  /** The period's total at a reading; null where none is known. */
  used: { atMs: number; gb: number } | null;
  /** Days that were read of all sub-users, for those that the samples do not show. */
  loaded?: readonly UsagePoint[];
  now: number;
};

/** Returns a period's days until now, with the total at each one's end. What was not read is null, never zero. */
export function periodDays({ past, fromMs, toMs, used, loaded = [], now }: PeriodDaysInput): PeriodDays {
  const { dayGb, counter } = past;
  const summed = new Map(loaded.map(({ at, trafficGb }) => [at, trafficGb]));
  const counterThen = used === null ? null : counter(used.atMs);
  const days: DayTotal[] = [];
  for (let at = fromMs; at < Math.min(toMs, now); at += dayMs) {
    const counterAt = at + dayMs > now ? counterThen : counter(at + dayMs);
    const known = used !== null && counterThen !== null && counterAt !== null;
    const day = dayOf(at);
    days.push({
      at: day,
      trafficGb: dayGb.get(day) ?? summed.get(day) ?? null,
      totalGb: known ? Math.max(0, used.gb - (counterThen - counterAt)) : null,
    });
  }
  return { fromMs, toMs, days: withTotals(days, summed), now: used !== null && now < toMs ? used : null };
}

/**
 * Returns the days with the totals that follow from those of their neighbours, by the whole days that were summed: a day
 * that was read from its first reading on may lack its first hours.
 */
function withTotals(days: readonly DayTotal[], summed: ReadonlyMap<string, number>): DayTotal[] {
  const filled = [...days];
  for (let index = filled.length - 2; index >= 0; index -= 1) {
    const [day, next] = [filled[index], filled[index + 1]];
    if (day === undefined || day.totalGb !== null || next === undefined || next.totalGb === null) continue;
    const nextGb = summed.get(next.at);
    if (nextGb !== undefined) filled[index] = { ...day, totalGb: Math.max(0, next.totalGb - nextGb) };
  }
  let before: number | null = 0;
  return filled.map((day) => {
    const gb = summed.get(day.at) ?? null;
    const totalGb: number | null = day.totalGb ?? (before === null || gb === null ? null : before + gb);
    before = totalGb;
    return { ...day, totalGb };
  });
}
