import { dayMs, dayOf, momentOfDay } from '../../../electron/contract/day.ts';
import type { UsageQuery } from '../../../electron/contract/usage.ts';
import { say } from '../../../electron/text/say.ts';

export type PeriodName = UsageQuery['type'];

/** Holds the chosen period. Days are `YYYY-MM-DD`, null while incomplete. */
export type Period = {
  name: PeriodName;
  from: string | null;
  to: string | null;
  hours: boolean;
  timeZone: string;
};

/** The API's limit for a range with hours. */
const mostHourlyDays = 7;

const earliestDay = '2000-01-01';

/** Returns the query to the API, or why it cannot be sent yet. */
export function queryOf(period: Period): { query: UsageQuery } | { problem: string } {
  if (period.name !== 'custom') return { query: { type: period.name } };
  const { from, to, hours, timeZone } = period;
  // While a year is typed, it is one of the first centuries.
  if (from === null || to === null || from < earliestDay || to < earliestDay)
    return { problem: say('period.chooseBoth') };
  if (from > to) return { problem: say('period.wrongOrder') };
  if (hours && daysBetween(from, to) > mostHourlyDays) return { problem: say('period.tooManyHours') };
  const [first, last] = hours ? [`${from} 00`, `${to} 23`] : [from, to];
  return { query: { type: 'custom', dateFrom: first, dateTo: last, timeZone } };
}

/** Returns the period of some days of another one: by the hour where the API can, since its days were seen already. */
export function zoomedTo(period: Period, from: string, to: string): Period {
  const hours = daysBetween(from, to) <= mostHourlyDays;
  // Only a custom period has days of a zone that the user chose; others are of the API's, which is UTC.
  const timeZone = period.name === 'custom' ? period.timeZone : 'UTC';
  return { name: 'custom', from, to, hours, timeZone };
}

function daysBetween(from: string, to: string): number {
  return (momentOfDay(to) - momentOfDay(from)) / dayMs + 1;
}

/** Returns the period with another name. A custom one without days begins with the last seven. */
export function withName(period: Period, name: PeriodName, now: number): Period {
  if (name !== 'custom' || period.from !== null || period.to !== null) return { ...period, name };
  return { ...period, name, from: dayOf(now - 6 * dayMs), to: dayOf(now) };
}
