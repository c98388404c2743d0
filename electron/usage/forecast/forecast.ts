import { dayMs } from '../../contract/day.ts';
import type { Forecast } from '../../contract/forecast.ts';
import type { PeriodSample } from '../day-traffic.ts';
import { type Known, trafficUntil } from './ahead.ts';
import { withoutBursts } from './bursts.ts';
import { restOfDay } from './day-share.ts';
import { probabilityBelow, quantile } from './mixture.ts';
import { type Piece, piecesOf, wholeDays } from './pieces.ts';
import { rateOf } from './rate.ts';
import { whereProbable } from './root.ts';

export type ForecastInput = {
  /** Readings of this period and of earlier ones, oldest first; the last one is the current figure. */
  samples: readonly PeriodSample[];
  /** When the counter was 0, and until when it is forecast. */
  fromMs: number;
  toMs: number;
  limitGb: number | null;
};

/** Whether and when a limit will be reached within the period. */
export type Reach = {
  probability: number;
  /** Returns whether it is likelier than not by a moment. */
  likelyBy(at: number): boolean;
  /** As likely before as after; null where the limit more likely lasts. */
  at: number | null;
  /** Before it in one case of ten only; null where it is not reached even then. */
  earliestAt: number | null;
};

/** One day shows no variation between days. */
const leastMs = dayMs;
/** Four times each weekday; older days say little about the next ones. */
const lookBackMs = 28 * dayMs;
/** Days are computed to these odds, which are some minutes, and to a minute. */
const nearOdds = 0.002;
const minuteMs = 60_000;
/** Eight of ten periods end between these. */
const low = 0.1;
const high = 0.9;

/**
 * Forecasts where the period will end, as the median and the range of eight cases in ten, and when the limit is
 * reached. Nothing is forecast in the first day; docs/decisions/0011-forecast.md describes the method.
 */
export function forecast(input: ForecastInput): Forecast {
  const past = pastOf(input);
  if (past === null) return { kind: 'too-little' };
  const { usedGb, now } = past;
  const { toMs, limitGb } = input;
  const known = knownOf(input, past);
  const ahead = known === null ? null : trafficUntil(known, toMs);
  const endAt = (probability: number) => usedGb + (ahead === null ? 0 : quantile(ahead, probability));
  const leftDays = (toMs - now) / dayMs;
  const endGb = endAt(0.5);
  const { at, earliestAt } = reachOf(input, past, known, low);
  return {
    kind: 'forecast',
    endGb,
    lowGb: endAt(low),
    highGb: endAt(high),
    gbPerDay: (endGb - usedGb) / leftDays,
    leftPerDayGb: limitGb === null ? null : Math.max(0, limitGb - usedGb) / leftDays,
    reachesAt: at,
    reachesEarliestAt: earliestAt,
    endsAt: toMs,
  };
}

/** Returns whether and when a limit will be reached; dates only where it is likelier than not. Null without a forecast. */
export function likelyReach(input: ForecastInput): Reach | null {
  const past = pastOf(input);
  if (past === null) return null;
  return reachOf(input, past, knownOf(input, past), 0.5);
}

type Past = { usedGb: number; now: number; pieces: readonly Piece[] };

/** Returns null where a forecast would be a guess. */
function pastOf({ samples, fromMs, toMs }: ForecastInput): Past | null {
  const last = samples.at(-1);
  if (last === undefined || last.at - fromMs < leastMs || last.at >= toMs) return null;
  const recent = piecesOf(samples, last.at - lookBackMs, fromMs);
  const pieces = recent.length > 0 ? recent : piecesOf(samples, Number.NEGATIVE_INFINITY, fromMs);
  return pieces.length === 0 ? null : { usedGb: last.gb, now: last.at, pieces: wholeDays(pieces) };
}

/** Returns null where nothing was used. */
function knownOf({ samples }: ForecastInput, { now, pieces }: Past): Known | null {
  const { ordinary, bursts } = withoutBursts(pieces);
  const rate = rateOf(ordinary, now);
  if (rate === null) return null;
  const days = ordinary.reduce((sum, piece) => sum + piece.days, 0);
  return { rate, bursts, days, rest: restOfDay(samples, now) };
}

const notReached: Reach = { probability: 0, likelyBy: () => false, at: null, earliestAt: null };

/** Returns when the limit is reached with `least` probability or more. Days are computed when they are first read. */
function reachOf(
  { toMs, limitGb }: ForecastInput,
  { usedGb, now }: Past,
  known: Known | null,
  least: number,
): Reach {
  if (known === null || limitGb === null || usedGb >= limitGb) return notReached;
  const reachedBy = (at: number) => 1 - probabilityBelow(trafficUntil(known, at), limitGb - usedGb);
  const probability = reachedBy(toMs);
  const dayOf = (wanted: number, high: number, highest: number) =>
    probability < Math.max(least, wanted)
      ? null
      : whereProbable(reachedBy, wanted, { low: now, high, highest, near: nearOdds, width: minuteMs });
  const median = once(() => dayOf(0.5, toMs - 1, probability));
  const earliest = once(() => {
    const at = median();
    return at === null ? dayOf(low, toMs - 1, probability) : dayOf(low, at, 0.5);
  });
  return {
    probability,
    likelyBy: (at) => at > now && reachedBy(at) >= 0.5,
    get at() {
      return median();
    },
    get earliestAt() {
      return earliest();
    },
  };
}

/** Returns what keeps the first answer. */
function once<Value>(of: () => Value): () => Value {
  let kept: { value: Value } | null = null;
  return () => {
    kept ??= { value: of() };
    return kept.value;
  };
}
