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
  const days = (momentOfDay(to) - momentOfDay(from)) / dayMs + 1;
  if (hours && days > mostHourlyDays) return { problem: say('period.tooManyHours') };
  const [first, last] = hours ? [`${from} 00`, `${to} 23`] : [from, to];
  return { query: { type: 'custom', dateFrom: first, dateTo: last, timeZone } };
}

/** Returns the period with another name. A custom one without days begins with the last seven. */
export function withName(period: Period, name: PeriodName, now: number): Period {
  if (name !== 'custom' || period.from !== null || period.to !== null) return { ...period, name };
  return { ...period, name, from: dayOf(now - 6 * dayMs), to: dayOf(now) };
}
