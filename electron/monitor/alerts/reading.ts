import { dayMs } from '../../contract/day.ts';
import type { SubUser } from '../../contract/sub-user.ts';
import { believedPeriod, isOlder, readingTime } from '../../usage/alerts/believed-period.ts';
import { hasFallen, isFirstDay, isUnfallen } from '../../usage/alerts/first-day.ts';
import type { AlertMemory } from '../../usage/alerts/memory.ts';
import type { History } from '../../usage/history.ts';
import type { Figure } from '../../usage/outlook.ts';
import type { AccountState } from '../state.ts';
import type { AccountBook } from './account-book.ts';

/** Holds what a refresh read, in the period to go by and at the time that fits it. */
export type Reading = {
  /** Null before the first answer of client-stats. */
  believed: AlertMemory['period'];
  at: number;
  month: Figure | null;
  list: { subUsers: readonly SubUser[]; readAt: number } | null;
};

/** Returns what a refresh read: fresh answers, judged by what an account's book knows. */
export function readingOf(
  { month, subUsers }: Pick<AccountState, 'month' | 'subUsers'>,
  { memory, history }: Pick<AccountBook, 'memory' | 'history'>,
  now: number,
): Reading {
  const believed = month === null ? memory.period : believedAfter(month, memory.period, history, now);
  const timed = (readAt: number) => (believed === null ? readAt : timeOf(readAt, believed, history));
  const figure = month === null || isOfOther(month, believed, history, timed(now)) ? null : figureOf(month);
  return {
    believed,
    at: timed(month?.readAt ?? subUsers?.readAt ?? now),
    month: figure === null ? null : { ...figure, readAt: timed(figure.readAt) },
    list: subUsers === null ? null : { subUsers: subUsers.value.subUsers, readAt: timed(subUsers.readAt) },
  };
}

/**
 * Returns the account's last figure in the period to go by: what was answered, or what the history holds where the answer is of
 * another period. Null where nothing is known.
 */
export function currentFigure(
  month: AccountState['month'],
  { memory, history }: Pick<AccountBook, 'memory' | 'history'>,
): Figure | null {
  const { period } = memory;
  const figure = figureOf(month);
  if (month === null || figure === null || period === null) return null;
  const readAt = timeOf(figure.readAt, period, history);
  if (!isOfOther(month, period, history, readAt)) return { ...figure, readAt };
  const last = history.totals().findLast((total) => total.period === period.key);
  return last === undefined ? null : { gb: last.gb, readAt: last.at };
}

/** Returns a sub-user's figure in the period to go by; null where the list is of another one, or it is not known. */
export function currentFigureOf(
  { trafficGb, lifetime }: SubUser,
  readAt: number,
  { memory: { period }, history, listOf }: Pick<AccountBook, 'memory' | 'history' | 'listOf'>,
): Figure | null {
  if (trafficGb === null || (listOf !== 'current' && lifetime !== true)) return null;
  return { gb: trafficGb, readAt: period === null ? readAt : timeOf(readAt, period, history) };
}

/** Returns a reading's time. Under a wrong clock it is not before the last one of the vendor's day, which it would remove. */
function timeOf(readAt: number, believed: NonNullable<AlertMemory['period']>, history: History): number {
  const at = readingTime(readAt, believed);
  const lastAt = history.totals().at(-1)?.at ?? at;
  return at !== readAt && lastAt > at && lastAt < at + dayMs ? lastAt : at;
}

type MonthReading = NonNullable<AccountState['month']>;

function believedAfter(
  { value }: MonthReading,
  known: AlertMemory['period'],
  history: History,
  now: number,
): AlertMemory['period'] {
  const { trafficGb } = value;
  const fell =
    known !== null && trafficGb !== null && hasFallen(trafficGb, history.highestTotalIn(known.key));
  return believedPeriod(known, { ...value, fell }, now);
}

/** Returns whether a total is of an older period; without both of its dates, its size says so on the first day. */
function isOfOther(
  { value }: MonthReading,
  believed: AlertMemory['period'],
  history: History,
  now: number,
): boolean {
  if (believed === null || isOlder(value, believed)) return true;
  if (value.dateFrom === believed.key && value.dateTo !== null) return false;
  const before = history.lastPeriodBefore(believed.key);
  return (
    isFirstDay(believed, now) &&
    before !== null &&
    isUnfallen(value.trafficGb ?? 0, history.highestTotalIn(before))
  );
}

/** Returns the account's total as a figure, if it is known. */
function figureOf(month: AccountState['month']): Figure | null {
  if (month === null || month.value.trafficGb === null) return null;
  return { gb: month.value.trafficGb, readAt: month.readAt };
}
