import type { Forecast } from '../contract/forecast.ts';
import type { SubUser } from '../contract/sub-user.ts';
import { usedShare } from '../contract/used-share.ts';
import { formatRough } from './forecast.ts';
import { say } from './say.ts';
import { formatDayAt } from './time.ts';

/** Returns when a limit is reached, or where the period will end; null without a forecast and without traffic. */
export function reachLine(
  { trafficGb, limit }: Pick<SubUser, 'trafficGb' | 'limit'>,
  forecast: Forecast | null,
  locale: string,
): string | null {
  if ((usedShare(trafficGb, limit) ?? 0) >= 1) return say('panel.isOver');
  if (forecast?.kind !== 'forecast') return null;
  const { reachesAt, endGb, endsAt } = forecast;
  if (reachesAt !== null) return say('panel.reaches', { day: formatDayAt(reachesAt, locale) });
  if (endGb === 0) return null;
  return say('panel.lasts', { gb: formatRough(endGb, locale), day: formatDayAt(endsAt - 1, locale) });
}

/** Returns the pace: `1.9 GB a day · 0.6 GB left a day`. Empty until the forecast was read. */
export function paceText(forecast: Forecast | null, locale: string): string {
  if (forecast === null) return '';
  if (forecast.kind === 'too-little') return say('panel.tooLittle');
  const { gbPerDay, leftPerDayGb } = forecast;
  const pace = say('panel.pace', { gb: formatRough(gbPerDay, locale) });
  if (leftPerDayGb === null || leftPerDayGb <= 0) return pace;
  return `${pace} · ${say('panel.leftADay', { gb: formatRough(leftPerDayGb, locale) })}`;
}
