import type { Chance } from './chance.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** Describes what goes wrong in one replay as a whole. */
export type Weather = {
  /** How long the list has the old month's figures after the turn. */
  lagMs: number;
  /** How long answers of a server of the old month come after the turn, and how often. */
  differMs: number;
  differs: number;
  /** The vendor sends no date in the whole replay. */
  undated: boolean;
  timeZone: string;
  quiet: boolean;
};

export function weatherOf(chance: Chance): Weather {
  return {
    lagMs: chance.happens(0.6) ? chance.between(0, 6 * hourMs) : 0,
    differMs: chance.happens(0.5) ? chance.between(0, 6 * hourMs) : 0,
    differs: chance.between(0.05, 0.5),
    undated: chance.happens(0.1),
    timeZone: chance.one(['UTC', 'Europe/Vilnius', 'America/St_Johns', 'Pacific/Kiritimati'] as const),
    quiet: chance.happens(0.3),
  };
}

/** Describes what goes wrong in one refresh. */
export type Faults = {
  missed: 'both' | 'month' | 'list' | null;
  list: 'empty' | 'short' | null;
  /** The share of sub-users whose limit is missing in this answer. */
  unlimited: boolean;
  date: 'absent' | 'past' | 'next' | 'future' | 'mid' | null;
  restarts: boolean;
  /** The number of writes after which the app is killed; null where it is not. */
  killedAfter: number | null;
};

/** Chooses the faults of a refresh; more of them happen near the turn. */
export function faultsOf(chance: Chance, nearTurn: boolean): Faults {
  const often = nearTurn ? 4 : 1;
  return {
    missed: chance.happens(0.1) ? chance.one(['both', 'month', 'list'] as const) : null,
    list: chance.happens(0.03) ? chance.one(['empty', 'short'] as const) : null,
    unlimited: chance.happens(0.03),
    date: chance.happens(0.02 * often)
      ? chance.one(['absent', 'past', 'next', 'future', 'mid'] as const)
      : null,
    restarts: chance.happens(0.02 * often),
    killedAfter: chance.happens(0.02 * often) ? chance.whole(0, 5) : null,
  };
}

/** Chooses how far the computer's clock is off from now on, in ms. */
export function clockError(chance: Chance): number {
  const ways = [0, 0, hourMs, 7 * hourMs, dayMs, 3 * dayMs, 40 * dayMs, 400 * dayMs] as const;
  return chance.one(ways) * chance.one([1, -1] as const);
}

/** Returns the moments of all refreshes of a replay: one every few hours, and every five minutes about the turn. */
export function refreshTimes(chance: Chance, turnAt: number): number[] {
  const times: number[] = [];
  const asleep = chance.happens(0.2) ? chance.between(0, 14 * hourMs) : 0;
  for (let at = turnAt - 8 * dayMs; at < turnAt + 9 * dayMs; ) {
    const near = at > turnAt - 2 * hourMs && at < turnAt + 8 * hourMs;
    at += near ? 5 * minuteMs : chance.between(hourMs, 5 * hourMs);
    // A computer that is off at the turn starts some time after it.
    const off = at > turnAt - hourMs && at < turnAt - hourMs + asleep;
    if (!off) times.push(Math.round(at));
  }
  return times;
}
