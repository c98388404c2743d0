import type { Forecast } from '../contract/forecast.ts';
import { endText } from './forecast.ts';
import { say } from './say.ts';
import { formatDayAt } from './time.ts';

/**
 * Returns the forecast in short: `268 GB by 30 Nov`, or `330 GB by 30 Nov, used up on 27 Nov`; null without one, and where no
 * traffic is expected.
 */
export function trayForecastText(forecast: Forecast, locale: string): string | null {
  if (forecast.kind === 'too-little' || forecast.endGb === 0) return null;
  const end = endText(forecast, locale);
  const { reachesAt } = forecast;
  return reachesAt === null
    ? end
    : say('forecast.endThenUsedUp', { end, day: formatDayAt(reachesAt, locale) });
}
