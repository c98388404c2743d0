import type { Delivery } from '../contract/alert.ts';
import { say } from './say.ts';
import { formatDayOfTime } from './time.ts';

/** Returns what became of an alert's notification. */
export function deliveryText(delivery: Delivery): string {
  return say(delivery === 'muted' ? 'inbox.mutedNot' : `inbox.${delivery}`);
}

/** Returns a local day with its number of alerts: `Today · 2`, `Nov 12 · 3`. `at` is a moment of it. */
export function dayCountText(at: number, now: number, count: number, locale: string): string {
  return say('inbox.dayCount', { day: dayName(at, now, locale), count }, locale);
}

function dayName(at: number, now: number, locale: string): string {
  const dayOf = (moment: Date) => moment.toDateString();
  const yesterday = new Date(now);
  yesterday.setDate(yesterday.getDate() - 1);
  if (dayOf(new Date(at)) === dayOf(new Date(now))) return say('inbox.today');
  return dayOf(new Date(at)) === dayOf(yesterday) ? say('inbox.yesterday') : formatDayOfTime(at, locale);
}
