const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** How old a figure is: `just now`, `4 min ago`, `3 h ago`, `2 days ago`. Times are epoch milliseconds. */
export function formatAge(readAt: number, now: number): string {
  const ageMs = Math.max(0, now - readAt);
  if (ageMs < minuteMs) return 'just now';
  if (ageMs < hourMs) return `${Math.floor(ageMs / minuteMs)} min ago`;
  if (ageMs < dayMs) return `${Math.floor(ageMs / hourMs)} h ago`;
  const days = Math.floor(ageMs / dayMs);
  return days === 1 ? '1 day ago' : `${days} days ago`;
}

/** A calendar day of the API (`YYYY-MM-DD`) for people: `Jan 15`. It has no time zone and is given none. */
export function formatDay(day: string, locale: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return day;
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(date);
}

/** The days that a figure covers: `Jan 1 – Jan 15`. */
export function formatDays(dateFrom: string | null, dateTo: string | null, locale: string): string | null {
  if (dateFrom === null || dateTo === null) return null;
  return `${formatDay(dateFrom, locale)} – ${formatDay(dateTo, locale)}`;
}

const dates = new Map<string, Intl.DateTimeFormat>();

/** The day of a moment (epoch milliseconds) in UTC, with its year: `15 Jan 2026`. */
export function formatDate(at: number, locale: string): string {
  const format =
    dates.get(locale) ?? new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  dates.set(locale, format);
  return format.format(at);
}

const moments = new Map<string, Intl.DateTimeFormat>();

/** A moment in local time: `15 Jan 2026, 14:05`. */
export function formatDateTime(at: number, locale: string): string {
  const format =
    moments.get(locale) ?? new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  moments.set(locale, format);
  return format.format(at);
}

/** The day of a moment in UTC, where the year is clear: `15 Jan`. */
export function formatDayAt(at: number, locale: string): string {
  return formatDay(new Date(at).toISOString().slice(0, 10), locale);
}

/** A span for people: `12 s`, `4 min`, `2 h`. */
export function formatDuration(spanMs: number): string {
  if (spanMs < minuteMs) return `${Math.max(1, Math.round(spanMs / 1000))} s`;
  return spanMs < hourMs ? `${Math.round(spanMs / minuteMs)} min` : `${Math.round(spanMs / hourMs)} h`;
}

/** A moment in local time, with its day where that is not today: `15:30`, `27 Nov, 08:00`. */
export function formatMoment(at: number, now: number, locale: string): string {
  const today = new Date(at).toDateString() === new Date(now).toDateString();
  return new Intl.DateTimeFormat(locale, {
    ...(!today && { day: 'numeric', month: 'short' }),
    hour: '2-digit',
    minute: '2-digit',
  }).format(at);
}
