import type { Forecast } from '../contract/forecast.ts';
import type { SubUser } from '../contract/sub-user.ts';
import type { DayBesideNormal } from './alerts/observation.ts';
import { daysOf, type PeriodSample } from './day-traffic.ts';
import { type ForecastInput, forecast } from './forecast.ts';
import type { History } from './history.ts';
import type { Period } from './period.ts';

const dayMs = 86_400_000;
/** A lifetime sub-user has no period: so far ahead is looked for the day on which its limit is reached. */
const lifetimeAheadMs = 30 * dayMs;
/** The days that tell what is normal, and how many of them have to be known. */
const normalDays = 14;
const leastDays = 5;

/** A reading of a counter: GB, and when it was read. */
export type Figure = { gb: number; readAt: number };

/** The account's total, as it was and as it is now. */
export function accountSamples(history: History, now: Figure, period: Period | null): PeriodSample[] {
  return ending(history.totals(), now, period?.key ?? null);
}

/** A sub-user's traffic, as it was and as it is now. For its lifetime there is no period in which it starts anew. */
export function subUserSamples(
  history: History,
  { id, lifetime }: SubUser,
  now: Figure,
  period: Period | null,
): PeriodSample[] {
  const earlier = history.samplesOf(id);
  if (lifetime !== true) return ending(earlier, now, period?.key ?? null);
  return ending(
    earlier.map((sample) => ({ ...sample, period: null })),
    now,
    null,
  );
}

function ending(
  earlier: readonly PeriodSample[],
  { gb, readAt }: Figure,
  period: string | null,
): PeriodSample[] {
  return [...earlier.filter(({ at }) => at < readAt), { at: readAt, gb, period }];
}

/** What a period's forecast is made from; null where nothing is known of it. The last sample is the one of now. */
export function periodCourse(
  samples: readonly PeriodSample[],
  period: Period | null,
  limitGb: number | null,
): ForecastInput | null {
  const last = samples.at(-1);
  if (last === undefined || period === null) return null;
  const { key, fromMs, toMs } = period;
  const own = samples.filter((sample) => sample.period === key);
  return { usedGb: last.gb, now: last.at, fromMs, toMs, samples: own, limitGb };
}

/** Where the period will end. */
export function periodForecast(
  samples: readonly PeriodSample[],
  period: Period | null,
  limitGb: number | null,
): Forecast {
  const course = periodCourse(samples, period, limitGb);
  return course === null ? { kind: 'too-little' } : forecast(course);
}

/** Where a sub-user's period will end and when its limit is reached. */
export function subUserForecast(
  { limit, lifetime, createdAt }: SubUser,
  samples: readonly PeriodSample[],
  period: Period | null,
): Forecast {
  const limitGb = limit.kind === 'gb' ? limit.limitGb : null;
  if (lifetime !== true) return periodForecast(samples, period, limitGb);
  const last = samples.at(-1);
  if (last === undefined || createdAt === null) return { kind: 'too-little' };
  const toMs = last.at + lifetimeAheadMs;
  return forecast({ usedGb: last.gb, now: last.at, fromMs: createdAt, toMs, samples, limitGb });
}

/** Today's traffic and the median day of the last two weeks; null where too few of them are known. The samples end now. */
export function dayBesideNormal(samples: readonly PeriodSample[]): DayBesideNormal | null {
  const days = daysOf(samples);
  const today = days.at(-1);
  const last = samples.at(-1);
  if (today === undefined || last === undefined || last.at >= today.fromMs + dayMs) return null;
  const before = days.slice(-1 - normalDays, -1).map(({ gb }) => gb);
  if (before.length < leastDays) return null;
  return { fromMs: today.fromMs, dayGb: today.gb, normalGb: median(before) };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
