import { dayMs, momentOfDay } from '../../contract/day.ts';
import type { PeriodSample } from '../day-traffic.ts';
import { noneAboveLater, type Sample } from '../sample.ts';

/** The traffic between two readings of one period, with its length in days. Epoch milliseconds, GB. */
export type Piece = { fromMs: number; toMs: number; days: number; gb: number };

/** A reading this near to the wanted moment ends a piece there. */
const nearMs = 2 * 3_600_000;
/** A piece that differs more from whole days holds more of a day's busy hours, or fewer, than another. */
const nearDays = 0.12;

/**
 * Returns the traffic between readings about a day apart, counted back from the last reading to `sinceMs`. A gap in
 * the readings makes one longer piece, and none crosses the turn of a period; `begunMs` is when the counter began.
 */
export function piecesOf(samples: readonly PeriodSample[], sinceMs: number, begunMs: number | null): Piece[] {
  const pieces: Piece[] = [];
  for (let end = samples.length; end > 0; ) {
    const period = samples[end - 1]?.period ?? null;
    let begin = end - 1;
    while (begin > 0 && samples[begin - 1]?.period === period) begin -= 1;
    const fromMs = period === null ? Number.NaN : momentOfDay(period);
    cut(inOnePeriod(samples.slice(begin, end), fromMs, begunMs), sinceMs, pieces);
    if ((samples[begin]?.at ?? 0) < sinceMs) break;
    end = begin;
  }
  return pieces.reverse();
}

/** Returns the pieces that are a number of whole days, or all where those are too few to show a variation. */
export function wholeDays(pieces: readonly Piece[]): readonly Piece[] {
  const whole = pieces.filter(({ days }) => days > 0.5 && Math.abs(days - Math.round(days)) < nearDays);
  return whole.length >= 2 ? whole : pieces;
}

/** Returns corrected samples, after the counter's start at 0 where that is known. */
function inOnePeriod(samples: readonly PeriodSample[], fromMs: number, begunMs: number | null): Sample[] {
  const [first, last] = [samples[0], samples.at(-1)];
  if (first === undefined || last === undefined) return [];
  const begun = begunMs !== null && begunMs <= first.at ? begunMs : Number.NEGATIVE_INFINITY;
  const start = Number.isNaN(fromMs) ? begun : Math.max(fromMs, begun);
  const own = samples.filter(({ at }) => at > start);
  const corrected = noneAboveLater(own, last.gb);
  return Number.isFinite(start) && start < last.at ? [{ at: start, gb: 0 }, ...corrected] : corrected;
}

/** Adds the pieces of one period, last first. Each ends a piece at the reading nearest to a day before, or the next before. */
function cut(samples: readonly Sample[], sinceMs: number, pieces: Piece[]): void {
  let end = samples.at(-1);
  for (let index = samples.length - 2; index >= 0 && end !== undefined; index -= 1) {
    const [sample, before] = [samples[index], samples[index - 1]];
    if (sample === undefined) return;
    const target = end.at - dayMs;
    if (before !== undefined && sample.at > target + nearMs) continue;
    const nearer = before !== undefined && target - before.at < Math.abs(sample.at - target);
    if (nearer && before.at >= target - nearMs) continue;
    if (sample.at < sinceMs) return;
    if (end.at > sample.at) {
      const days = (end.at - sample.at) / dayMs;
      pieces.push({ fromMs: sample.at, toMs: end.at, days, gb: end.gb - sample.gb });
    }
    end = sample;
  }
}
