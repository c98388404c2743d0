import type { Forecast } from './forecast.ts';
import { formatDayAt } from './time-text.ts';
import { formatTraffic } from './traffic-text.ts';

type Known = Extract<Forecast, { kind: 'forecast' }>;

/** Where the period will end: `about 41 GB by 30 Nov`. */
export function endText({ endGb, endsAt }: Known, locale: string): string {
  // The end is not in the period: its last day is the one before.
  return `about ${formatRough(endGb, locale)} by ${formatDayAt(endsAt - 1, locale)}`;
}

/** How far it may differ: `38 GB to 45 GB`; null where both ends read alike. */
export function spreadText({ lowGb, highGb }: Known, locale: string): string | null {
  const [low, high] = [formatRough(lowGb, locale), formatRough(highGb, locale)];
  return low === high ? null : `${low} to ${high}`;
}

/** When all of it is used: `limit on 27 Nov`; null where it lasts, or there is none. */
export function reachText({ reachesAt }: Known, own: 'limit' | 'budget', locale: string): string | null {
  return reachesAt === null ? null : `${own} on ${formatDayAt(reachesAt, locale)}`;
}

/** One line: `about 41 GB by 30 Nov, budget on 27 Nov`. Null where nothing can be said. */
export function forecastLine(forecast: Forecast, own: 'limit' | 'budget', locale: string): string | null {
  if (forecast.kind !== 'forecast') return null;
  const reach = reachText(forecast, own, locale);
  return reach === null ? endText(forecast, locale) : `${endText(forecast, locale)}, ${reach}`;
}

/** A figure that is a guess, without the digits that it does not have. */
export function formatRough(gb: number, locale: string): string {
  if (gb < 1) return formatTraffic(gb, locale);
  const digits = gb < 10 ? 1 : 0;
  return `${new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(gb)} GB`;
}
