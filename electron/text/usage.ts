import type { CommandFailure } from '../contract/failure.ts';
import { formatStep } from './charts.ts';
import { describeFailure } from './failure.ts';
import { formatCount, plural } from './plural.ts';

export const usageTexts = {
  usage: 'Usage',
  targets: 'Targets',
  noTraffic: 'Oxylabs reported no traffic for this period.',
  noData: 'no data',
  figures: 'Figures',
  limit: 'Limit',
  table: 'Traffic by time',
  time: 'Time',
  traffic: 'Traffic',
  trafficGb: 'Traffic (GB)',
  vendorZone: 'time zone of Oxylabs',
} as const;

export const periodTexts = {
  period: 'Period',
  from: 'From',
  to: 'To',
  timeZone: 'Time zone',
  calendar: 'Choose in a calendar',
  previousMonth: 'Previous month',
  nextMonth: 'Next month',
  byHour: 'By the hour (at most 7 days)',
  chooseBoth: 'Choose both days.',
  wrongOrder: 'The first day is after the last. Choose an earlier one.',
  tooManyHours: 'Hourly data is limited to 7 days.',
} as const;

export const periodNames = {
  '24h': '24 hours',
  week: '7 days',
  month: '30 days',
  current_month: 'This month',
  lifetime: 'Lifetime',
  custom: 'Custom',
} as const;

/** What a choice of a period shows: the names are too long for a row of buttons. */
export const shortPeriodNames: Record<keyof typeof periodNames, string> = {
  current_month: 'Month',
  week: '7 d',
  '24h': '24 h',
  month: '30 d',
  lifetime: 'Lifetime',
  custom: 'Custom',
};

export const targetTexts = {
  days: 'Days',
  date: 'Date',
  search: 'Search targets',
  reading: 'Reading targets',
  tomorrow: 'The last day is not over yet. Choose today or an earlier day.',
  noMatch: 'No matching targets.',
  table: 'Targets',
  headings: ['Target', 'Traffic (GB)', 'Requests', 'Days (UTC)'],
} as const;

export const spanNames = { day: 'One day', range: 'Several days' } as const;

export const targetColumnNames = {
  target: 'Target',
  traffic: 'Traffic',
  requests: 'Requests',
  perRequest: 'Traffic per request',
  share: 'Share of the total',
} as const;

export function statisticsText(username: string): string {
  return `Statistics of ${username}`;
}

/** Returns the heading of the times in a CSV: `Time (UTC)`. */
export function timeHeading(zone: string): string {
  return `${usageTexts.time} (${zone})`;
}

export function usageChartText(username: string, period: string): string {
  return `Traffic of ${username}, ${period}`;
}

export function usageFileName(username: string, period: string): string {
  return `${username} ${period}.csv`;
}

export function stepsSetAsideText(count: number, locale: string): string {
  return `Oxygauge could not read ${plural(count, 'step', locale)} and left ${count === 1 ? 'it' : 'them'} out.`;
}

export function stepText(label: string, value: string | null, locale: string): string {
  return `${formatStep(label, locale)} · ${value ?? usageTexts.noData}`;
}

export function lastDaysOnlyText(days: number): string {
  return `Oxylabs has the last ${days} days only. Choose a later first day.`;
}

export function readDaysText(days: number | null, locale: string): string {
  return days === null ? 'Read' : `Read ${plural(days, 'day', locale)}`;
}

export function daysReadText(read: number, total: number, locale: string): string {
  return `${formatCount(read, locale)} of ${plural(total, 'day', locale)}`;
}

/** Returns the days of a table of targets: `2026-03-01 to 2026-03-07`. */
export function daysNameText(from: string | null, to: string | null): string {
  return `${from} to ${to}`;
}

export function targetsFileName(username: string, days: string): string {
  return `${username} targets ${days}.csv`;
}

/** Names the days that a sum lacks, because it would look complete otherwise. */
export function missingDaysText(failure: CommandFailure, missing: readonly string[], total: number): string {
  const why = describeFailure(failure);
  return total === 1 ? why : `${why} Left out: ${[...missing].sort().join(', ')}.`;
}
