import { dayMs, dayOf, startOfDay } from '../../../electron/contract/day.ts';
import type { Forecast } from '../../../electron/contract/forecast.ts';
import type { PeriodSample } from '../../../electron/usage/day-traffic.ts';
import type { Period } from '../../../electron/usage/period.ts';
import {
  type Family,
  families,
  type ReplayedMonth,
  randomFrom,
  replayedMonth,
  startOfMonth,
} from './replayed-months.ts';

const hourMs = 3_600_000;
const minuteMs = 60_000;
/** What the history holds: the account's total for nine weeks, each sub-user's traffic for 17 days. */
const totalsMs = 63 * dayMs;
const dayEntries = 17;

/** Who looks: the account or a sub-user, on a computer that is always on or only in office hours. */
export const viewers = ['account', 'office', 'sub-user'] as const;
export type Viewer = (typeof viewers)[number];

type Outcome =
  | { silent: true }
  | { silent: false; hit: boolean; width: number; score: number; error: number };
export type Look = {
  family: Family;
  /** The seed of the month, which names it. */
  month: number;
  viewer: Viewer;
  /** Of the month, from 1; the fifth week is short. */
  day: number;
  week: number;
  /** Whether earlier months are known. */
  earlier: boolean;
} & Outcome;

/** Looks follow each other by day; a new month, or another viewer, comes with another `month`. */
type Forecaster = (samples: readonly PeriodSample[], period: Period, month: ReplayedMonth) => Forecast;

export type Plan = {
  /** Months of each family. */
  months: number;
  seed: number;
  /** All viewers look on each day or, for speed, one of them on each eleventh. */
  all: boolean;
};

/** Replays months of each family. Widths and errors are shares of what the month really had. */
export function replay(forecastOf: Forecaster, plan: Plan): Look[] {
  return replayEach([forecastOf], plan)[0] ?? [];
}

/** Does the same with several forecasters, which look at the same readings. */
export function replayEach(forecasters: readonly Forecaster[], { months, seed, all }: Plan): Look[][] {
  const looks = forecasters.map((): Look[] => []);
  for (let index = 0; index < months; index += 1)
    for (const [place, family] of families.entries()) {
      const ofMonth = seed + index * 101 + place * 100_003;
      for (const [turn, viewer] of viewers.entries()) {
        if (!all && turn !== (index + place) % viewers.length) continue;
        looksAt(forecasters, family, viewer, ofMonth, all ? 1 : 11).forEach((own, which) => {
          looks[which]?.push(...own);
        });
      }
    }
  return looks;
}

/** Looks at a month on each day, or on each eleventh, at a reading that chance picks. */
function looksAt(
  forecasters: readonly Forecaster[],
  family: Family,
  viewer: Viewer,
  seed: number,
  everyDays: number,
): Look[][] {
  const month = replayedMonth(family, seed);
  const { period, beginMs, grownAt } = month;
  const random = randomFrom(seed ^ 0x5bd1e995);
  const readings = readingsOf(viewer, beginMs, period.toMs, Math.floor(random() * 12) * 5 * minuteMs);
  const usedGb = (at: number) => grownAt(at) - grownAt(Math.max(beginMs, startOfMonth(at)));
  const all = readings.map((at) => ({ at, gb: usedGb(at), period: dayOf(startOfMonth(at)) }));
  const kept = viewer === 'sub-user' ? firstOfDays(all) : all;
  const truth = grownAt(period.toMs) - grownAt(period.fromMs);
  const looks = forecasters.map((): Look[] => []);
  const first = everyDays === 1 ? 0 : (seed % everyDays) * dayMs;
  for (let begin = period.fromMs + first; begin < period.toMs; begin += everyDays * dayMs) {
    const own = all.filter(({ at }) => at >= begin && at < begin + dayMs);
    const picked = own[Math.floor(random() * own.length)];
    if (picked === undefined) continue;
    // Between the readings that the history holds there is one every five minutes.
    const at = Math.min(begin + dayMs - 1, picked.at + Math.floor(random() * 11) * 5 * minuteMs);
    const known = kept.filter((each) => each.at < at && each.at > at - totalsMs);
    const samples = viewer === 'sub-user' ? known.slice(-dayEntries) : known;
    const read = [...samples, { at, gb: usedGb(at), period: period.key }];
    const day = Math.floor((begin - period.fromMs) / dayMs) + 1;
    const about = {
      family,
      month: seed,
      viewer,
      day,
      week: Math.ceil(day / 7),
      earlier: beginMs < period.fromMs,
    };
    forecasters.forEach((forecastOf, which) => {
      looks[which]?.push({ ...about, ...outcomeOf(forecastOf(read, period, month), truth) });
    });
  }
  return looks;
}

function outcomeOf(forecast: Forecast, truth: number): Outcome {
  if (forecast.kind !== 'forecast') return { silent: true };
  const { lowGb, highGb, endGb } = forecast;
  return {
    silent: false,
    hit: lowGb <= truth && truth <= highGb,
    width: (highGb - lowGb) / truth,
    // The interval score of Gneiting and Raftery: a miss costs ten times its distance.
    score: (highGb - lowGb + 10 * Math.max(0, lowGb - truth, truth - highGb)) / truth,
    error: Math.abs(endGb - truth) / truth,
  };
}

/** Returns when readings are kept: each hour, or on weekdays from 7 to 16 in UTC. */
function readingsOf(viewer: Viewer, beginMs: number, toMs: number, minute: number): number[] {
  const readings: number[] = [];
  for (let at = beginMs + minute; at < toMs; at += hourMs) {
    const date = new Date(at);
    const office = date.getUTCDay() % 6 !== 0 && date.getUTCHours() >= 7 && date.getUTCHours() < 16;
    if (viewer !== 'office' || office) readings.push(at);
  }
  return readings;
}

function firstOfDays(samples: readonly PeriodSample[]): PeriodSample[] {
  return samples.filter(({ at }, index) => startOfDay(at) !== startOfDay(samples[index - 1]?.at ?? 0));
}

export type Row = {
  name: string;
  /** Looks at one month are alike, so the spread of the coverage is that of the number of months. */
  months: number;
  looks: number;
  coverage: number;
  width: number;
  score: number;
  error: number;
};

/** Returns the share of forecasts whose range held the truth, and their mean width, score and error. */
export function rowOf(name: string, looks: readonly Look[]): Row {
  let [count, hits, width, score, error] = [0, 0, 0, 0, 0];
  for (const look of looks) {
    if (look.silent) continue;
    count += 1;
    hits += look.hit ? 1 : 0;
    width += look.width;
    score += look.score;
    error += look.error;
  }
  return {
    name,
    months: new Set(looks.map(({ month }) => month)).size,
    looks: count,
    coverage: hits / count,
    width: width / count,
    score: score / count,
    error: error / count,
  };
}

/** Returns a row for each family, each week and each week of a family. */
export function rowsOf(looks: readonly Look[]): { families: Row[]; weeks: Row[]; cells: Row[] } {
  const weeks = [1, 2, 3, 4, 5];
  const where = (name: string, wanted: (look: Look) => boolean) => rowOf(name, looks.filter(wanted));
  return {
    families: families.map((family) => where(family, (look) => look.family === family)),
    weeks: weeks.map((week) => where(`week ${week}`, (look) => look.week === week)),
    cells: families.flatMap((family) =>
      weeks.map((week) => where(`${family} ${week}`, (look) => look.family === family && look.week === week)),
    ),
  };
}

/** Returns rows as a table in percent, to be printed: name, looks, coverage, width, score, error. */
export function tableOf(rows: readonly Row[]): string {
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`.padStart(9);
  return rows
    .map(({ name, looks, coverage, width, score, error }) =>
      [name.padEnd(12), String(looks).padStart(7), ...[coverage, width, score, error].map(percent)].join(' '),
    )
    .join('\n');
}
