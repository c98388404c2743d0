import type { AlertSettings } from '../../contract/alert-settings.ts';
import { dayOf, startOfDay } from '../../contract/day.ts';
import type { PlanCycle } from '../../contract/forecast.ts';
import type { PlanSettings } from '../../contract/plan.ts';
import type { SubUser } from '../../contract/sub-user.ts';
import type { History } from '../history.ts';
import {
  accountSamples,
  daysBesideNormal,
  type Figure,
  type LatestDays,
  subUserForecastInput,
  subUserSamples,
} from '../outlook.ts';
import type { Period } from '../period.ts';
import { type BudgetUse, budgetUse } from './budget-use.ts';
import { isFirstDay, isLastDay, isListOfNextPeriod, isListOfOldPeriod } from './first-day.ts';
import type { ForecastTurns } from './forecast-turns.ts';
import type { AlertMemory } from './memory.ts';
import { mayRunOut, type Reach, reachOf } from './run-out.ts';
import type { Unlisted } from './unlisted.ts';

/** The result of a refresh together with what the history adds. GB, epoch milliseconds. */
export type Observation = {
  now: number;
  /** Its day (UTC), `YYYY-MM-DD`. */
  today: string;
  settings: AlertSettings;
  /** The period to go by; null before the first answer. */
  period: AlertMemory['period'];
  /** What is used of the budget; null where the account's total could not be read, or is of an older period. */
  budget: BudgetUse | null;
  /** Which period the list's figures are of, beside the one to go by. */
  listOf: 'old' | 'current' | 'next';
  /** Null where the list could not be read. */
  subUsers: readonly SubUser[] | null;
  /** The list of the previous refresh of this run. */
  previous: ReadonlyMap<number, SubUser> | null;
  /** Returns whether the history has readings of a sub-user. */
  knew(id: number): boolean;
  /** Returns whether a sub-user that is not listed has left for good. */
  isGone(id: number): boolean;
  accountReach(): Reach | null;
  /** Returns null also for all but the first hundred of a refresh. */
  subUserReach(subUser: SubUser): Reach | null;
  /** Returns the same, or `later` where the forecast waits for another refresh. */
  subUserReachInTurn(subUser: SubUser): Reach | null | 'later';
  /** The latest days and a normal one; null where fewer than five days are known. */
  accountDays(): LatestDays | null;
  subUserDays(subUser: SubUser): LatestDays | null;
};

export type Seen = {
  now: number;
  settings: AlertSettings;
  plan: PlanSettings;
  /** The plan's cycle as last read from all sub-users. */
  cycleRead: PlanCycle | null;
  believed: AlertMemory['period'];
  /** The same with its begin and end. */
  period: Period | null;
  /** Null where it was not read, not reported, or is of an older period. */
  account: Figure | null;
  /** The account's total as last read in the period; null where it is not known. */
  totalGb: number | null;
  list: { subUsers: readonly SubUser[]; readAt: number } | null;
  previous: ReadonlyMap<number, SubUser> | null;
  history: History;
  turns: ForecastTurns;
  unlisted: Unlisted;
};

/**
 * Returns a refresh as the alert rules see it: forecasts and days are computed from the history when a rule
 * asks for them.
 */
export function observe(seen: Seen): Observation {
  const { now, settings, plan, cycleRead, believed, period, account, list, previous, history, turns } = seen;
  turns.begin();
  const samplesOf = inMemoryOfOne((subUser) => {
    if (list === null || subUser.trafficGb === null) return [];
    return subUserSamples(history, subUser, { gb: subUser.trafficGb, readAt: list.readAt }, period);
  });
  const daysOf = inMemoryOfOne((subUser) =>
    mostLately(subUser, seen) < settings.unusualLeastGb ? null : daysBesideNormal(samplesOf(subUser)),
  );
  // A lifetime sub-user has no period that could end before its limit does.
  const inputOf = (subUser: SubUser) =>
    subUser.lifetime === true ? null : subUserForecastInput(subUser, samplesOf(subUser), period);
  const ofAccount = () => (account === null ? [] : accountSamples(history, account, period));
  const budget =
    account === null ? null : budgetUse({ plan, account, period, samples: ofAccount, cycleRead, now });
  return {
    now,
    today: dayOf(now),
    settings,
    period: believed,
    budget,
    listOf: periodOfList(seen),
    subUsers: list?.subUsers ?? null,
    previous,
    knew: (id) => history.knows(id),
    isGone: (id) => seen.unlisted.isGone(id),
    accountReach: () => reachOf(budget?.forecastInput() ?? null),
    subUserReach: (subUser) => (turns.takeDate() ? reachOf(inputOf(subUser)) : null),
    subUserReachInTurn(subUser) {
      const input = inputOf(subUser);
      if (input === null || !mayRunOut(input)) return null;
      return turns.take(subUser.id) ? reachOf(input) : 'later';
    },
    accountDays: () => daysBesideNormal(ofAccount()),
    subUserDays: daysOf,
  };
}

/** Remembers the last answer: the rules ask about each sub-user more than once before the next. */
function inMemoryOfOne<Value>(of: (subUser: SubUser) => Value): (subUser: SubUser) => Value {
  let last: { subUser: SubUser; value: Value } | null = null;
  return (subUser) => {
    if (last?.subUser !== subUser) last = { subUser, value: of(subUser) };
    return last.value;
  };
}

function periodOfList(seen: Seen): Observation['listOf'] {
  const { believed, now, totalGb, history } = seen;
  if (believed === null) return 'current';
  if (isFirstDay(believed, now)) {
    const before = history.lastPeriodBefore(believed.key);
    return isListOfOldPeriod({ rows: rowsBeside(seen, before), totalGb }) ? 'old' : 'current';
  }
  const ahead = isLastDay(believed, now) && isListOfNextPeriod(rowsBeside(seen, believed.key));
  return ahead ? 'next' : 'current';
}

/** Returns the list's figures but lifetime ones, beside the highest of a period. */
function rowsBeside({ list, history }: Seen, period: string | null) {
  return (list?.subUsers ?? []).flatMap(({ id, listed, lifetime, trafficGb }) => {
    if (!listed || lifetime === true || trafficGb === null) return [];
    return [{ usedGb: trafficGb, beforeGb: period === null ? null : history.highestIn(period, id) }];
  });
}

/** Returns an upper bound of the latest days' traffic in GB, so that most sub-users' days need not be computed. */
function mostLately({ id, trafficGb }: SubUser, { now, history }: Seen): number {
  if (trafficGb === null) return 0;
  const before = history.lastBefore(id, startOfDay(now)) ?? 0;
  return before > trafficGb ? trafficGb : trafficGb - before;
}
