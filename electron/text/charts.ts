import { momentOfDay } from '../contract/day.ts';
import type { DayTotal } from '../contract/usage.ts';
import { formatRough } from './forecast.ts';
import { say } from './say.ts';
import { formatDay } from './time.ts';
import { formatGb, formatNumber, formatShare } from './traffic.ts';

/** Returns a day in words: `Wed, Nov 12 · 8.3 GB · total 96.2 GB · 32%`. */
export function dayReadout(
  { at, trafficGb, totalGb }: DayTotal,
  ceilingGb: number | null,
  locale: string,
): string {
  const day = formatWeekday(at, locale);
  if (trafficGb === null && totalGb === null) return say('charts.noData', { when: day });
  const traffic = trafficGb === null ? say('charts.dayUnknown') : formatGb(trafficGb, locale);
  if (totalGb === null) return say('charts.day', { day, traffic });
  const total = formatGb(totalGb, locale);
  if (ceilingGb === null) return say('charts.dayOf', { day, traffic, total });
  return say('charts.dayOfPlan', { day, traffic, total, share: formatShare(totalGb / ceilingGb, locale) });
}

/** Returns a month in words: `Nov 2026 · 211.7 GB · about 268 GB at its end`. */
export function monthReadout(
  { month, totalGb, atLeast }: { month: string; totalGb: number | null; atLeast: boolean },
  forecastGb: number | null,
  locale: string,
): string {
  const name = formatMonthYear(month, locale);
  if (totalGb === null) return say('charts.noData', { when: name });
  const total = formatGb(totalGb, locale);
  if (forecastGb !== null)
    return say('charts.monthAhead', { month: name, total, end: formatRough(forecastGb, locale) });
  return say(atLeast ? 'charts.monthAtLeast' : 'charts.month', { month: name, total });
}

type Sum = { gb: number | null; atLeast: boolean; count: number; unknown: number };

/** Returns a selected span in words: `Nov 3 – Nov 9 · 54.2 GB · 1 of 7 not known`. */
export function spanText([from, to]: [string, string], sum: Sum, locale: string): string {
  return from === to
    ? say('charts.spanOne', { from, sum: sumText(sum, locale) })
    : say('charts.span', { from, to, sum: sumText(sum, locale) });
}

function sumText({ gb, atLeast, count, unknown }: Sum, locale: string): string {
  if (gb === null) return say('charts.spanNone');
  const amount = formatGb(gb, locale);
  const sum = atLeast ? say('charts.spanAtLeast', { sum: amount }) : amount;
  return unknown === 0
    ? sum
    : say('charts.spanUnknown', {
        sum,
        unknown: formatNumber(unknown, locale),
        count: formatNumber(count, locale),
      });
}

/** Names the plan or the limit at the end of its line: `Plan 300`. */
export function ceilingText({ name, gb }: { name: string; gb: number }, locale: string): string {
  return say('charts.ceiling', { name, gb: formatNumber(gb, locale) });
}

/** Formats a month, `2026-11`, with its year: `Nov 2026`. */
export function formatMonthYear(month: string, locale: string): string {
  return formatMonth(month, { month: 'short', year: 'numeric' }, locale);
}

/** Formats a month, `2026-11`, where the year is clear: `Nov`. */
export function formatMonthShort(month: string, locale: string): string {
  return formatMonth(month, { month: 'short' }, locale);
}

/** Formats a step of a series as the API writes it, a day or an hour: `Wed, Nov 12`, `Wed, Nov 12, 18:00`. */
export function formatStep(label: string, locale: string): string {
  const day = formatWeekday(label.slice(0, 10), locale);
  return label.length > 10 ? say('charts.hour', { day, hour: label.slice(11, 13) }) : day;
}

/** Formats a step on an axis: `Nov 12`, or an hour that begins no day, `18:00`. */
export function formatTick(label: string, locale: string): string {
  const hour = label.slice(11, 13);
  if (hour !== '' && hour !== '00') return say('charts.tickHour', { hour });
  return formatDay(label.slice(0, 10), locale);
}

/** Formats a day with its weekday: `Wed, Nov 12`. It has no time zone, so none is applied. */
export function formatWeekday(day: string, locale: string): string {
  const date = momentOfDay(day);
  if (Number.isNaN(date)) return day;
  const parts = { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(locale, parts).format(date);
}

/** Formats the days between two moments, both included: `Nov 1–30`. */
export function formatDayRange(fromMs: number, untilMs: number, locale: string): string {
  const parts = { day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(locale, parts).formatRange(fromMs, untilMs).replaceAll(/\s*–\s*/g, '–');
}

function formatMonth(month: string, parts: Intl.DateTimeFormatOptions, locale: string): string {
  const date = momentOfDay(`${month}-01`);
  return Number.isNaN(date)
    ? month
    : new Intl.DateTimeFormat(locale, { ...parts, timeZone: 'UTC' }).format(date);
}
