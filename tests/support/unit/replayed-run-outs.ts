import { dayMs } from '../../../electron/contract/day.ts';
import type { PeriodSample } from '../../../electron/usage/day-traffic.ts';
import type { ForecastInput } from '../../../electron/usage/forecast/forecast.ts';
import { replay } from './replayed-forecasts.ts';
import { type Family, type ReplayedMonth, randomFrom } from './replayed-months.ts';

/** What became of one limit within a month: when its alert came, and when the limit was reached (epoch milliseconds). */
export type RunOut = {
  family: Family;
  spokeAt: number | null;
  /** In days of the period. */
  spokeOnDay: number | null;
  reachedAt: number | null;
  /** Whether it was reached more than a day before the end, while the alert could still be of use. */
  due: boolean;
};

/** Replays months of each family with a limit that chance picks, from 60 to 160 % of what the month had. */
export function replayRunOuts(
  runsOut: (input: ForecastInput) => boolean,
  plan: { months: number; seed: number },
): RunOut[] {
  const random = randomFrom(plan.seed);
  const found: RunOut[] = [];
  let current: { month: ReplayedMonth; limitGb: number; runOut: RunOut } | null = null;
  replay(
    (samples, { fromMs, toMs }, month) => {
      if (current?.month !== month) {
        const begin = month.grownAt(fromMs);
        const limitGb = (month.grownAt(toMs) - begin) * (0.6 + random());
        const reachedAt = momentOf(month, begin + limitGb);
        const due = reachedAt !== null && reachedAt < toMs - dayMs;
        const runOut = { family: month.family, spokeAt: null, spokeOnDay: null, reachedAt, due };
        found.push(runOut);
        current = { month, limitGb, runOut };
      }
      const { runOut, limitGb } = current;
      const at = samples.at(-1)?.at ?? 0;
      if (runOut.spokeAt === null && speaks(samples, limitGb, { fromMs, toMs })) {
        runOut.spokeAt = at;
        runOut.spokeOnDay = Math.floor((at - fromMs) / dayMs) + 1;
      }
      return { kind: 'too-little' };
    },
    { ...plan, all: true },
  );
  return found;

  function speaks(
    samples: readonly PeriodSample[],
    limitGb: number,
    { fromMs, toMs }: { fromMs: number; toMs: number },
  ): boolean {
    return (samples.at(-1)?.gb ?? 0) < limitGb && runsOut({ samples, fromMs, toMs, limitGb });
  }
}

/** Returns when a month's total was reached, to the hour; null where it was not. */
function momentOf({ grownAt, period }: ReplayedMonth, gb: number): number | null {
  for (let at = period.fromMs; at <= period.toMs; at += dayMs / 24) if (grownAt(at) >= gb) return at;
  return null;
}
