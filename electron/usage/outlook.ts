import { dayMs, startOfDay } from '../contract/day.ts';
import type { Forecast } from '../contract/forecast.ts';
import type { SubUser } from '../contract/sub-user.ts';
import { type Day, daysOf, gapMs, type PeriodSample } from './day-traffic.ts';
import { median } from './forecast/bursts.ts';
import { type ForecastInput, forecast } from './forecast/forecast.ts';
import type { History } from './history.ts';
import type { Period } from './period.ts';

/** A lifetime sub-user has no period: its limit is forecast this far ahead. */
const lifetimeAheadMs = 30 * dayMs;
/** The days that define a normal day, and how many of them must be known. */
const normalDays = 14;
const leastDays = 5;

/** A reading of a counter: GB and its time. */
export type Figure = { gb: number; readAt: number };

/** Returns the account's total, past and current. */
export function accountSamples(history: History, now: Figure, period: Period | null): PeriodSample[] {
  return ending(history.totals(), now, period?.key ?? null);
}

/** Returns a sub-user's traffic, past and current. `lifetime` traffic never restarts. */
export function subUserSamples(
  history: History,
  { id, lifetime }: SubUser,
  now: Figure,
  period: Period | null,
): PeriodSample[] {
  const samples = history.samplesOf(id);
  while ((samples.at(-1)?.at ?? now.readAt - 1) >= now.readAt) samples.pop();
  samples.push({ at: now.readAt, gb: now.gb, period: period?.key ?? null });
  return lifetime === true ? samples.map((sample) => ({ ...sample, period: null })) : samples;
}

function ending(
  earlier: readonly PeriodSample[],
  { gb, readAt }: Figure,
  period: string | null,
): PeriodSample[] {
  return [...earlier.filter(({ at }) => at < readAt), { at: readAt, gb, period }];
}

/** Returns the input of a period's forecast, or null without data. The last sample is the current reading. */
export function periodForecastInput(
  samples: readonly PeriodSample[],
  period: Period | null,
  limitGb: number | null,
): ForecastInput | null {
  if (samples.length === 0 || period === null) return null;
  return { samples, fromMs: period.fromMs, toMs: period.toMs, limitGb };
}

/** Returns the input of a sub-user's forecast. One created within the period began then. */
export function subUserForecastInput(
  { limit, lifetime, createdAt }: SubUser,
  samples: readonly PeriodSample[],
  period: Period | null,
): ForecastInput | null {
  const limitGb = limit.kind === 'gb' ? limit.limitGb : null;
  const [first, last] = [samples[0], samples.at(-1)];
  if (first === undefined || last === undefined) return null;
  if (lifetime === true) {
    return createdAt === null
      ? null
      : { samples, fromMs: createdAt, toMs: last.at + lifetimeAheadMs, limitGb };
  }
  const input = periodForecastInput(samples, period, limitGb);
  if (input === null || createdAt === null || createdAt <= input.fromMs || createdAt > first.at) return input;
  return { ...input, fromMs: createdAt };
}

/** Forecasts the end of the account's period. */
export function periodForecast(
  samples: readonly PeriodSample[],
  period: Period | null,
  limitGb: number | null,
): Forecast {
  const input = periodForecastInput(samples, period, limitGb);
  return input === null ? { kind: 'too-little' } : forecast(input);
}

/** Returns the input of the forecast of a plan's cycle: the month's, with what the cycle used besides and to its end. */
export function cycleForecastInput(
  samples: readonly PeriodSample[],
  period: Period | null,
  { usedGb, toMs, budgetGb }: { usedGb: number | null; toMs: number; budgetGb: number | null },
): (ForecastInput & { besidesGb: number }) | null {
  const monthGb = samples.at(-1)?.gb;
  if (usedGb === null || monthGb === undefined) return null;
  const besidesGb = usedGb - monthGb;
  const input = periodForecastInput(samples, period, budgetGb === null ? null : budgetGb - besidesGb);
  return input === null ? null : { ...input, toMs, besidesGb };
}

/** Forecasts the end of a plan's cycle. */
export function cycleForecast(input: ReturnType<typeof cycleForecastInput>): Forecast {
  const month: Forecast = input === null ? { kind: 'too-little' } : forecast(input);
  if (input === null || month.kind === 'too-little') return month;
  const { besidesGb } = input;
  const { endGb, lowGb, highGb } = month;
  return { ...month, endGb: endGb + besidesGb, lowGb: lowGb + besidesGb, highGb: highGb + besidesGb };
}

/** Forecasts the end of a sub-user's period and when its limit is reached. */
export function subUserForecast(
  subUser: SubUser,
  samples: readonly PeriodSample[],
  period: Period | null,
): Forecast {
  const input = subUserForecastInput(subUser, samples, period);
  return input === null ? { kind: 'too-little' } : forecast(input);
}

/** A day's traffic beside a normal one's; `sinceMs` is when it began, where that is not midnight or not today's. */
export type DayBesideNormal = { fromMs: number; dayGb: number; normalGb: number; sinceMs: number | null };

/** Today, and the day before with the gap in the readings that ended today, if there was one. */
export type LatestDays = { today: DayBesideNormal; before: DayBesideNormal | null };

/**
 * Returns the latest days beside the median day of the last two weeks; null where too few days are known. The
 * samples end now.
 */
export function daysBesideNormal(samples: readonly PeriodSample[]): LatestDays | null {
  const days = daysOf(samples);
  const [today, before] = [days.at(-1), days.at(-2)];
  const last = samples.at(-1);
  if (today === undefined || last === undefined || startOfDay(last.at) !== startOfDay(today.fromMs))
    return null;
  const normals = days
    .slice(-1 - normalDays, -1)
    .filter(({ fromMs, toMs }) => toMs - fromMs >= dayMs / 2)
    .map((day) => day.gb / daysLong(day));
  if (normals.length < leastDays) return null;
  const normalGb = median(normals);
  const hours = today.fromMs - startOfDay(today.fromMs);
  return {
    today: { fromMs: today.fromMs, dayGb: today.gb, normalGb, sinceMs: hours > gapMs ? today.fromMs : null },
    before: today.beganLate && before !== undefined ? besideNormal(before, normalGb) : null,
  };
}

/** Compares with as many normal days as it was long, so that a weekend is not unusual; null above two weeks. */
function besideNormal(day: Day, normalGb: number): DayBesideNormal | null {
  const { fromMs, gb } = day;
  const long = daysLong(day);
  return long > normalDays ? null : { fromMs, dayGb: gb, normalGb: normalGb * long, sinceMs: fromMs };
}

function daysLong({ fromMs, toMs }: Day): number {
  return Math.max(1, (toMs - fromMs) / dayMs);
}
