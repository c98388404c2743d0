import type { UsageQuery } from '../../../electron/contract/usage.ts';

export type PeriodName = '24h' | 'week' | 'month' | 'current_month' | 'lifetime' | 'custom';
export const periodNames: Record<PeriodName, string> = {
  '24h': '24 hours',
  week: '7 days',
  month: '30 days',
  current_month: 'This month',
  lifetime: 'Lifetime',
  custom: 'Custom',
};

/** What the person chose. Days are `YYYY-MM-DD`, null while they are not whole. */
export type Period = {
  name: PeriodName;
  from: string | null;
  to: string | null;
  hours: boolean;
  timeZone: string;
};

const dayMs = 86_400_000;
/** The API's limit for a range with hours. */
const mostHourlyDays = 7;

/** The question for the API, or why it cannot be asked yet. */
export function queryOf(period: Period): { query: UsageQuery } | { problem: string } {
  if (period.name !== 'custom') return { query: { type: period.name } };
  const { from, to, hours, timeZone } = period;
  if (from === null || to === null) return { problem: 'Choose both days.' };
  if (from > to) return { problem: 'The first day is after the last.' };
  const days = (Date.parse(to) - Date.parse(from)) / dayMs + 1;
  if (hours && days > mostHourlyDays) return { problem: 'By the hour Oxylabs answers for at most 7 days.' };
  const [first, last] = hours ? [`${from} 00`, `${to} 23`] : [from, to];
  return { query: { type: 'custom', dateFrom: first, dateTo: last, timeZone } };
}
