import { dayMs } from '../../contract/day.ts';

/** A sub-user's steady rate, before the daily rhythm and the difference between days are applied. */
export type Draw = { seed: number; dailyGb: number };

/**
 * Returns the traffic between two moments (epoch milliseconds) in GB. A pure function of time: nights are
 * quiet, days differ, and adjacent ranges add up exactly, so that series, totals and clock agree.
 */
export function trafficBetween(draw: Draw, fromMs: number, toMs: number): number {
  if (toMs <= fromMs) return 0;
  const firstDay = Math.floor(fromMs / dayMs);
  const lastDay = Math.floor(toMs / dayMs);
  let gb = 0;
  for (let day = firstDay; day <= lastDay; day += 1) {
    const begin = Math.max(0, (fromMs - day * dayMs) / dayMs);
    const end = Math.min(1, (toMs - day * dayMs) / dayMs);
    const part = begin === 0 && end === 1 ? 1 : rhythm(end) - rhythm(begin);
    gb += draw.dailyGb * mood(draw.seed, day) * part;
  }
  return gb;
}

/** Returns the share of a day's traffic used up to `part` of the day (0 to 1): slow at night, fast by day. */
function rhythm(part: number): number {
  return part - (0.8 / (2 * Math.PI)) * Math.sin(2 * Math.PI * part);
}

/** Returns 0.5 to 1.5, different for each day and sub-user. */
function mood(seed: number, day: number): number {
  return 0.5 + noise(seed * 31 + day);
}

/** Returns a number in [0, 1) that depends on its seed alone. */
export function noise(seed: number): number {
  let mixed = (seed ^ 0x9e3779b9) >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b) >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35) >>> 0;
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
}

/** Returns the first moment of the calendar month (UTC), the period of the API. */
export function monthStart(now: number): number {
  // Called for each of thousands of sub-users at the same moment.
  if (now !== month.now) {
    const date = new Date(now);
    month = { now, start: Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1) };
  }
  return month.start;
}
let month = { now: 0, start: 0 };
