import { dayMs, dayOf } from '../../contract/day.ts';
import type { MonthTotal } from '../../contract/usage.ts';
import { aMonthLater, type Period, periodFrom } from '../period.ts';
import type { AlertMemory } from './memory.ts';

type Believed = NonNullable<AlertMemory['period']>;
type Dates = Pick<MonthTotal, 'dateFrom' | 'dateTo'>;
/** Holds an answer's dates, and whether its total has fallen far below that of the period before. */
type Answer = Dates & { fell: boolean };

/** A calendar month is no shorter. */
const shortestMs = 27 * dayMs;
/** A clock may be this far behind the vendor's day, by its time zone or by itself. */
const clockBehindMs = dayMs;
/** Servers that differ agree after this long. */
const differMs = 6 * 3_600_000;
/** How many answers in a row it takes to believe a period that is possible, and one that contradicts what is known. */
const someAnswers = 4;
const manyAnswers = 12;

/**
 * Returns the period to go by after an answer of client-stats. The vendor's `date_from` decides, whatever the clock says; but
 * one that is unlikely must be repeated, and where none is sent the clock's calendar decides.
 */
export function believedPeriod(known: AlertMemory['period'], answer: Answer, now: number): Believed {
  const period = periodFrom(answer.dateFrom);
  if (known === null) return first(period, answer, now);
  if (period === null) return withoutDate(known, answer, now);
  const { key } = period;
  if (key === known.key) return { ...known, by: 'vendor', today: answer.dateTo ?? known.today, doubt: null };
  // What the vendor says goes before what a calendar said in its place.
  const needed = known.by === 'calendar' ? atOnce : neededFor(known, period, answer, now);
  return repeatedly(known, { key, by: 'vendor', dates: answer }, needed, now);
}

/** Returns whether an answer is of an older period than the one to go by. */
export function isOlder({ dateFrom }: Dates, believed: Believed): boolean {
  return periodFrom(dateFrom) !== null && dateFrom !== null && dateFrom < believed.key;
}

function first(period: Period | null, answer: Answer, now: number): Believed {
  if (period !== null && isSound(period, answer)) {
    return begun(null, { key: period.key, by: 'vendor', dates: answer }, now);
  }
  return begun(null, { key: monthOf(now), by: 'calendar', dates: noDates }, now);
}

function withoutDate(known: Believed, { fell }: Answer, now: number): Believed {
  const end = periodFrom(known.key)?.toMs ?? now;
  const key = monthOf(now);
  if (now < end || key <= known.key) return { ...known, doubt: null };
  const needed = fell && known.by === 'calendar' ? atOnce : { answers: someAnswers, forMs: 0 };
  return repeatedly(known, { key, by: 'calendar', dates: noDates }, needed, now);
}

type Candidate = { key: string; by: Believed['by']; dates: Dates };
/** The answers in a row, and the time between the first and the last. */
type Needed = { answers: number; forMs: number };
const atOnce: Needed = { answers: 1, forMs: 0 };
const noDates: Dates = { dateFrom: null, dateTo: null };

function neededFor(known: Believed, period: Period, answer: Answer, now: number): Needed {
  const contradicts = { answers: manyAnswers, forMs: differMs };
  const knownMs = Date.parse(known.key);
  if (period.fromMs < knownMs + shortestMs) return contradicts;
  const sound = isSound(period, answer);
  const hasBegun = period.fromMs <= now + clockBehindMs;
  const follows = period.fromMs === aMonthLater(knownMs);
  if (sound && (hasBegun || (follows && answer.fell))) return atOnce;
  return hasBegun || (sound && follows) ? { answers: someAnswers, forMs: 0 } : contradicts;
}

/** Returns whether the vendor's day lies in the period that it names. */
function isSound({ fromMs, toMs }: Period, { dateTo }: Dates): boolean {
  const today = dateTo === null ? Number.NaN : Date.parse(dateTo);
  return today >= fromMs && today < toMs;
}

/** Changes the period once it was answered often enough in a row. */
function repeatedly(known: Believed, candidate: Candidate, needed: Needed, now: number): Believed {
  const { key } = candidate;
  const earlier = known.doubt?.key === key ? known.doubt : { key, since: now, answers: 0 };
  const doubt = { ...earlier, answers: earlier.answers + 1 };
  const enough = doubt.answers >= needed.answers && Math.abs(now - doubt.since) >= needed.forMs;
  return enough ? begun(known, candidate, now) : { ...known, doubt };
}

function begun(known: AlertMemory['period'], { key, by, dates }: Candidate, now: number): Believed {
  const before = known !== null && known.key < key ? known.key : null;
  const period = { key, since: now, by, before, listed: before === null, today: dates.dateTo, doubt: null };
  const beginsNow = by === 'calendar' || dates.dateTo === key;
  return { ...period, since: beginsNow ? Date.parse(key) : readingTime(now, period) };
}

/** Returns the first day of a moment's calendar month (UTC). */
function monthOf(now: number): string {
  return `${dayOf(now).slice(0, 7)}-01`;
}

/**
 * Returns a reading's time: the clock's, unless that lies outside the period that was answered. The clock is wrong then, and
 * the vendor's day replaces it.
 */
export function readingTime(now: number, believed: Pick<Believed, 'key' | 'today'>): number {
  const fromMs = Date.parse(believed.key);
  if (now >= fromMs - dayMs && now < aMonthLater(fromMs) + dayMs) return now;
  const today = believed.today === null ? Number.NaN : Date.parse(believed.today);
  return today >= fromMs ? today : fromMs;
}
