import { dayMs, dayOf, momentOfDay } from '../contract/day.ts';
import { say } from './say.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** Ages and spans are small numbers within words, so their digits are those of the words. */
const ofWords = 'en';

/** Returns the age of a reading: `just now`, `4 min ago`, `3 h ago`, `2 days ago`. Times are epoch milliseconds. */
export function formatAge(readAt: number, now: number): string {
  const ageMs = Math.max(0, now - readAt);
  if (ageMs < minuteMs) return say('time.justNow');
  if (ageMs < hourMs) return say('time.minutesAgo', { minutes: Math.floor(ageMs / minuteMs) }, ofWords);
  if (ageMs < dayMs) return say('time.hoursAgo', { hours: Math.floor(ageMs / hourMs) }, ofWords);
  return say('time.daysAgo', { days: Math.floor(ageMs / dayMs) }, ofWords);
}

/** Returns the age of a figure, and whether it is outdated: `Updated 4 min ago`. */
export function updatedText(stale: boolean, readAt: number, now: number): string {
  return say(stale ? 'time.outdated' : 'time.updated', { age: formatAge(readAt, now) });
}

const days = new Map<string, Intl.DateTimeFormat>();

/** Formats a calendar day of the API (`YYYY-MM-DD`): `Jan 15`. It has no time zone, so none is applied. */
export function formatDay(day: string, locale: string): string {
  const date = momentOfDay(day);
  if (Number.isNaN(date)) return day;
  const format =
    days.get(locale) ?? new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  days.set(locale, format);
  return format.format(date);
}

/** Formats the month of a day (`YYYY-MM-DD`): `November`. Its year is clear. */
export function formatMonth(day: string, locale: string): string {
  const date = momentOfDay(day);
  if (Number.isNaN(date)) return day;
  return new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(date);
}

/** Formats the days that a figure covers: `Jan 1 – Jan 15`. */
export function formatDays(dateFrom: string | null, dateTo: string | null, locale: string): string | null {
  if (dateFrom === null || dateTo === null) return null;
  return say('time.fromTo', { from: formatDay(dateFrom, locale), to: formatDay(dateTo, locale) });
}

const dates = new Map<string, Intl.DateTimeFormat>();

/** Formats a moment's day in UTC, with its year: `15 Jan 2026`. */
export function formatDate(at: number, locale: string): string {
  const format =
    dates.get(locale) ?? new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  dates.set(locale, format);
  return format.format(at);
}

const moments = new Map<string, Intl.DateTimeFormat>();

/** Formats a moment in local time: `15 Jan 2026, 14:05`. */
export function formatDateTime(at: number, locale: string): string {
  const format =
    moments.get(locale) ?? new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  moments.set(locale, format);
  return format.format(at);
}

/** Formats a moment's day in UTC, where the year is clear: `15 Jan`. */
export function formatDayAt(at: number, locale: string): string {
  return formatDay(dayOf(at), locale);
}

/** Formats a span: `12 s`, `4 min`, `2 h`. */
export function formatDuration(spanMs: number): string {
  if (spanMs < minuteMs)
    return say('time.seconds', { seconds: Math.max(1, Math.round(spanMs / 1000)) }, ofWords);
  return spanMs < hourMs
    ? say('time.minutes', { minutes: Math.round(spanMs / minuteMs) }, ofWords)
    : say('time.hours', { hours: Math.round(spanMs / hourMs) }, ofWords);
}

/** Formats a moment in local time, where the year is clear: `14 Mar, 18:05`. */
export function formatDayTime(at: number, locale: string): string {
  const parts = { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } as const;
  return new Intl.DateTimeFormat(locale, parts).format(at);
}

/** Formats a moment in local time, with its day if that is not today: `15:30`, `27 Nov, 08:00`. */
export function formatMoment(at: number, now: number, locale: string): string {
  const today = new Date(at).toDateString() === new Date(now).toDateString();
  return new Intl.DateTimeFormat(locale, {
    ...(!today && { day: 'numeric', month: 'short' }),
    hour: '2-digit',
    minute: '2-digit',
  }).format(at);
}

/** Formats a moment's local day, where the year is clear: `14 Mar`. */
export function formatDayOfTime(at: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' }).format(at);
}

/** Formats a moment's local time: `18:05`. */
export function formatTime(at: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }).format(at);
}
