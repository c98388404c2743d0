import { dayMs, dayOf } from '../../../electron/contract/day.ts';
import { type Period, periodFrom } from '../../../electron/usage/period.ts';

/** The kinds of months that a forecast is tested on. */
export const families = ['steady', 'noisy', 'weekly', 'growth', 'bursts', 'all'] as const;
export type Family = (typeof families)[number];

const hourMs = 3_600_000;
const hoursADay = 24;

/** A month with the months before it. */
export type ReplayedMonth = {
  family: Family;
  period: Period;
  /** The start of the first known month. */
  beginMs: number;
  /** Returns the traffic between the begin and a moment, in GB. */
  grownAt(at: number): number;
};

/** Returns numbers from 0 to 1 from a seed (mulberry32, by Tommy Ettinger, public domain). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Traits = {
  /** The standard deviation of a day's logarithm. */
  noise: number;
  /** The factor of each weekday, Sunday first. */
  weekdays: readonly number[];
  /** The logarithm of the growth in 30 days. */
  growth: number;
  /** Bursts in 30 days, and their traffic in days of base traffic. */
  bursts: number;
  largestBurst: number;
  /** The standard deviation of the logarithm by which a month differs from the one before. */
  turn: number;
};

/** Creates a month of a family with up to two months before it. The same seed gives the same month. */
export function replayedMonth(family: Family, seed: number): ReplayedMonth {
  const random = randomFrom(seed);
  const between = (least: number, most: number) => least + (most - least) * random();
  const month = Math.floor(between(0, 48));
  const earlier = Math.floor(between(0, 3));
  const fromMs = Date.UTC(2024, month);
  const period = periodFrom(dayOf(fromMs));
  if (period === null) throw new Error('Each month is a period.');
  const beginMs = Date.UTC(2024, month - earlier);
  const totals = hourTotals(traitsOf(family, between), beginMs, period.toMs, between);
  return { family, period, beginMs, grownAt: (at) => interpolated(totals, (at - beginMs) / hourMs) };
}

type Between = (least: number, most: number) => number;

function traitsOf(family: Family, between: Between): Traits {
  const calm = { weekdays: Array<number>(7).fill(1), growth: 0, bursts: 0, largestBurst: 0, turn: 0 };
  switch (family) {
    case 'steady':
      return { ...calm, noise: between(0.02, 0.1) };
    case 'noisy':
      return { ...calm, noise: between(0.3, 0.9) };
    case 'weekly':
      return { ...calm, noise: between(0.05, 0.2), weekdays: weekdays(between) };
    case 'growth':
      return { ...calm, noise: between(0.05, 0.2), growth: growth(between) };
    case 'bursts':
      return { ...calm, noise: between(0.1, 0.3), bursts: between(1, 6), largestBurst: between(3, 15) };
    case 'all':
      return {
        noise: between(0.1, 0.5),
        weekdays: weekdays(between),
        growth: growth(between) / 2,
        bursts: between(0.5, 4),
        largestBurst: between(3, 10),
        turn: 0.2,
      };
  }
}

function weekdays(between: Between): number[] {
  const weekend = between(0.05, 0.7);
  return Array.from({ length: 7 }, (_, day) => between(0.85, 1.15) * (day % 6 === 0 ? weekend : 1));
}

/** Three of four grow. */
function growth(between: Between): number {
  return between(0.3, 1.2) * (between(0, 1) < 0.75 ? 1 : -0.7);
}

/** Returns the traffic from the begin to each hour. */
function hourTotals(traits: Traits, beginMs: number, toMs: number, between: Between): Float64Array {
  const days = Math.round((toMs - beginMs) / dayMs);
  const base = Math.exp(between(Math.log(0.05), Math.log(200)));
  const shape = dayShape(between);
  const hours = new Float64Array(days * hoursADay);
  let turn = 0;
  for (let day = 0; day < days; day += 1) {
    const date = new Date(beginMs + day * dayMs);
    if (date.getUTCDate() === 1) turn = normal(between) * traits.turn;
    const { noise } = traits;
    const log = traits.growth * ((day - days) / 30) + turn + normal(between) * noise - (noise * noise) / 2;
    const dayGb = base * Math.exp(log) * (traits.weekdays[date.getUTCDay()] ?? 1);
    const parts = shape.map((part) => part * Math.exp(normal(between) * 0.3));
    const sum = parts.reduce((total, part) => total + part, 0);
    parts.forEach((part, hour) => {
      hours[day * hoursADay + hour] = (dayGb * part) / sum;
    });
  }
  addBursts(hours, traits, base, between);
  const totals = new Float64Array(hours.length + 1);
  hours.forEach((gb, hour) => {
    totals[hour + 1] = (totals[hour] ?? 0) + gb;
  });
  return totals;
}

function addBursts(hours: Float64Array, { bursts, largestBurst }: Traits, base: number, between: Between) {
  if (bursts === 0) return;
  const meanHours = (30 * hoursADay) / bursts;
  for (let start = 0; ; ) {
    start += -Math.log(1 - between(0, 1)) * meanHours;
    if (start >= hours.length) return;
    const length = Math.ceil(between(2, 36));
    const gb = base * between(1, largestBurst);
    for (let hour = 0; hour < length; hour += 1) {
      const index = Math.floor(start) + hour;
      if (index < hours.length) hours[index] = (hours[index] ?? 0) + gb / length;
    }
  }
}

/** Returns how a day's traffic is distributed over its hours: evenly, by office hours, or in a nightly batch. */
function dayShape(between: Between): number[] {
  const kind = between(0, 3);
  if (kind < 1) return Array<number>(hoursADay).fill(1);
  const from = kind < 2 ? 7 : 0;
  const length = kind < 2 ? 10 : 5;
  return Array.from({ length: hoursADay }, (_, hour) => (hour >= from && hour < from + length ? 1 : 0.1));
}

function normal(between: Between): number {
  return Math.sqrt(-2 * Math.log(1 - between(0, 1))) * Math.cos(2 * Math.PI * between(0, 1));
}

function interpolated(totals: Float64Array, hour: number): number {
  const left = Math.max(0, Math.min(totals.length - 2, Math.floor(hour)));
  const [from, to] = [totals[left] ?? 0, totals[left + 1] ?? 0];
  return from + (to - from) * Math.min(1, hour - left);
}

/** Returns the start of a moment's calendar month (UTC). */
export function startOfMonth(at: number): number {
  const date = new Date(at);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth());
}
