import type { Forecast } from '../contract/forecast.ts';
import { say } from './say.ts';
import { formatDayAt } from './time.ts';
import { formatTraffic } from './traffic.ts';

type Known = Extract<Forecast, { kind: 'forecast' }>;

/** Returns where the period will end: `41 GB by 30 Nov`. */
export function endText({ endGb, endsAt }: Pick<Known, 'endGb' | 'endsAt'>, locale: string): string {
  // `endsAt` is the first moment after the period, so its last day is the one before.
  return say('forecast.end', { amount: formatRough(endGb, locale), day: formatDayAt(endsAt - 1, locale) });
}

/** Returns the first day that is possible, `at the earliest on 25 Nov`; null where the likely day is the same. */
export function earliestText(
  { reachesAt, reachesEarliestAt }: Pick<Known, 'reachesAt' | 'reachesEarliestAt'>,
  locale: string,
): string | null {
  if (reachesEarliestAt === null) return null;
  const day = formatDayAt(reachesEarliestAt, locale);
  if (reachesAt === null) return say('forecast.usedUpEarliest', { day });
  return day === formatDayAt(reachesAt, locale) ? null : say('forecast.earliest', { day });
}

/** Formats an estimate, without the digits that it does not have. */
export function formatRough(gb: number, locale: string): string {
  if (gb < 1) return formatTraffic(gb, locale);
  const maximumFractionDigits = gb < 10 ? 1 : 0;
  return say('units.gb', { amount: new Intl.NumberFormat(locale, { maximumFractionDigits }).format(gb) });
}
