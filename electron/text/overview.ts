import type { Forecast } from '../contract/forecast.ts';
import type { Mover } from '../contract/usage.ts';
import { formatRough } from './forecast.ts';
import { say } from './say.ts';
import { formatDay } from './time.ts';
import { formatGb, formatRoughNumber, formatShare } from './traffic.ts';

/** Returns what is used of the plan and how that compares with an even pace: `71% of 300 GB · 8 points under pace`. */
export function usedText(
  { usedGb, planGb, points }: { usedGb: number; planGb: number; points: number | null },
  locale: string,
): string {
  const parts = { share: formatShare(usedGb / planGb, locale), plan: formatGb(planGb, locale) };
  if (points === null) return say('overview.ofPlan', parts);
  if (points === 0) return say('overview.ofPlanOnPace', parts);
  return points > 0
    ? say('overview.ofPlanOverPace', { ...parts, points }, locale)
    : say('overview.ofPlanUnderPace', { ...parts, points: -points }, locale);
}

/** Returns the likely range of a forecast, its unit once: `259–276 GB likely`. */
export function rangeText(
  { lowGb, highGb }: Pick<Extract<Forecast, { kind: 'forecast' }>, 'lowGb' | 'highGb'>,
  locale: string,
): string {
  const [low, high] = [formatRoughNumber(lowGb, locale), formatRoughNumber(highGb, locale)];
  return say('overview.likely', { range: low === high ? low : `${low}–${high}` });
}

/** Returns how long what is left has to last, beside the usual day: `6 days left · 14.1 GB a day, you use 9 GB`. */
export function leftText(
  { leftGb, daysLeft, rateGb }: { leftGb: number; daysLeft: number | null; rateGb: number | null },
  locale: string,
): string {
  if (leftGb === 0) return say('overview.leftNone');
  if (daysLeft === null) return '';
  const perDay = formatGb(leftGb / daysLeft, locale);
  return rateGb === null
    ? say('overview.leftPerDayOnly', { days: daysLeft, perDay }, locale)
    : say('overview.leftPerDay', { days: daysLeft, perDay, rate: formatGb(rateGb, locale) }, locale);
}

/** The requests of one second: four at a time, each of about a third of one. */
const requestsASecond = 2.5;

/** Returns what a sum over all sub-users takes: `12 requests, about 5 seconds`. */
export function loadCostText(subUsers: number, locale: string): string {
  const seconds = Math.max(1, Math.ceil(subUsers / requestsASecond));
  const time =
    seconds < 60
      ? say('overview.loadSeconds', { count: seconds }, locale)
      : say('overview.loadMinutes', { count: Math.round(seconds / 60) }, locale);
  return say('overview.loadCost', { count: subUsers, time }, locale);
}

/** Returns how a day compares with the usual one: `↑ 41%`, or the traffic where there was none before. */
export function changeText({ dayGb, usualGb }: Mover, locale: string): string {
  const arrow = dayGb > usualGb ? '↑' : '↓';
  if (usualGb < 0.01) return `${arrow} ${formatGb(dayGb, locale)}`;
  return `${arrow} ${formatShare(Math.abs(dayGb - usualGb) / usualGb, locale)}`;
}

/** Returns the same for a tooltip and screen readers: `Nov 23 · 12.3 GB, usually 8.7 GB`. */
export function moverText({ dayGb, usualGb }: Mover, day: string, locale: string): string {
  return say('overview.moversFrom', {
    day: formatDay(day, locale),
    gb: formatGb(dayGb, locale),
    usual: formatGb(usualGb, locale),
  });
}

/** Returns between which figures a cycle's traffic is; null where that reads as one figure. */
export function cycleRangeText(
  { lowGb, highGb }: { lowGb: number | null; highGb: number | null },
  locale: string,
): string | null {
  if (lowGb === null || highGb === null) return null;
  const [low, high] = [formatRough(lowGb, locale), formatRough(highGb, locale)];
  return low === high ? null : say('overview.cycleRange', { low, high });
}
