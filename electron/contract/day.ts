/** The length of a day in milliseconds. All days are UTC, as in the API. */
export const dayMs = 86_400_000;

/** Returns the day of a moment, in the API's format: `YYYY-MM-DD`. */
export function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** Returns the start of a moment's day. Both are epoch milliseconds. */
export function startOfDay(at: number): number {
  return Math.floor(at / dayMs) * dayMs;
}

/** Returns the start of a day in the API's format; NaN where it is no day. */
export function momentOfDay(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

/** Returns whether a text is a day of the calendar in the API's format. */
export function isDay(day: string): boolean {
  const moment = /^\d{4}-\d{2}-\d{2}$/.test(day) ? momentOfDay(day) : Number.NaN;
  return !Number.isNaN(moment) && dayOf(moment) === day;
}
