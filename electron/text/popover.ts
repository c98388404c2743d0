import type { ApiFailure } from '../contract/failure.ts';
import type { SubUser } from '../contract/sub-user.ts';
import { usedShare } from '../contract/used-share.ts';
import { describeFailure } from './failure.ts';
import { say } from './say.ts';
import { formatDay } from './time.ts';
import { formatGb, formatGbBeside, formatShare, formatTraffic, unknownText } from './traffic.ts';

/** Returns today's traffic, and the usual day beside it: `7.9 GB`, `usual 9`. */
export function todayTexts(
  todayGb: number | null,
  usualGb: number | null,
  locale: string,
): { today: string; usual: string | null } {
  const today = todayGb === null ? unknownText : formatGb(todayGb, locale);
  if (usualGb === null) return { today, usual: null };
  const gb = todayGb === null ? formatGb(usualGb, locale) : formatGbBeside(usualGb, todayGb, locale);
  return { today, usual: say('popover.usual', { gb }) };
}

/** Returns a total and the plan that it is part of, with the unit once where both have the same: `211.7`, `of 300 GB`. */
export function totalOfPlan(
  usedGb: number,
  planGb: number | null,
  locale: string,
): { total: string; plan: string | null } {
  if (planGb === null) return { total: formatGb(usedGb, locale), plan: null };
  return {
    total: formatGbBeside(usedGb, planGb, locale),
    plan: say('popover.of', { plan: formatGb(planGb, locale) }),
  };
}

/** Returns the tooltip of the Refresh button. */
export function refreshText(problem: ApiFailure | null): string {
  return problem === null
    ? say('popover.refresh')
    : say('popover.refreshFailed', { why: describeFailure(problem) });
}

/** Returns when the next refresh is due; empty while none is. */
export function nextTryText(nextRefreshAt: number | null, now: number): string {
  if (nextRefreshAt === null) return '';
  const minutes = Math.ceil((nextRefreshAt - now) / 60_000);
  return minutes <= 1 ? say('popover.nextTrySoon') : say('popover.nextTry', { minutes: `${minutes}` });
}

/** Returns what a sub-user has used of its limit: `38.6 / 40 GB`, `96%`; without a limit only what it has used. */
export function rowTexts(
  { trafficGb, limit }: Pick<SubUser, 'trafficGb' | 'limit'>,
  locale: string,
): { figures: string; share: string } {
  if (trafficGb === null) return { figures: unknownText, share: '' };
  const share = usedShare(trafficGb, limit);
  if (limit.kind !== 'gb' || share === null) return { figures: formatGb(trafficGb, locale), share: '' };
  return {
    figures: say('popover.rowFigures', {
      used: formatGbBeside(trafficGb, limit.limitGb, locale),
      limit: formatGb(limit.limitGb, locale),
    }),
    share: formatShare(share, locale),
  };
}

type KnownDay = { at: string; trafficGb: number; isToday: boolean };

/** Returns one day in words: `Nov 12 · 8.3 GB`. */
export function dayText({ at, trafficGb, isToday }: KnownDay, locale: string): string {
  const values = { day: formatDay(at, locale), gb: formatGb(trafficGb, locale) };
  return isToday ? say('popover.chartDayToday', values) : say('popover.chartDay', values);
}

/** Returns the days in words: `Traffic by day: 2.10 GB today so far, most on Nov 12 with 4.21 GB`. */
export function daysText(known: readonly KnownDay[], locale: string): string {
  const today = known.find(({ isToday }) => isToday);
  const most = known.reduce<KnownDay | null>(
    (best, day) => (best === null || day.trafficGb > best.trafficGb ? day : best),
    null,
  );
  const gb = (day: KnownDay) => formatTraffic(day.trafficGb, locale);
  const parts = [
    ...(today === undefined ? [] : [say('popover.chartToday', { gb: gb(today) })]),
    ...(most === null || most.isToday
      ? []
      : [say('popover.chartMost', { day: formatDay(most.at, locale), gb: gb(most) })]),
  ];
  return [say('popover.chart'), parts.join(', ')].filter((part) => part !== '').join(': ');
}
