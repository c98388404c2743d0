import type { TrafficView } from '../contract/snapshot.ts';
import { describeFailure } from './failure.ts';
import { say } from './say.ts';
import { formatAge } from './time.ts';

/** Says how current the figures are. `trouble` is why they are not as current as they should be; null if nothing is wrong. */
export type Freshness = { age: string; trouble: string | null };

const minuteMs = 60_000;

/** Returns the age of the figures, when they are next refreshed, and what keeps them from it. */
export function freshnessOf(traffic: TrafficView, now: number, locale: string): Freshness {
  return { age: ageOf(traffic, now, locale), trouble: troubleOf(traffic) };
}

/** Returns only the age: `Updated 4 min ago`. */
export function updatedText({ month, stale, refreshing }: TrafficView, now: number): string {
  if (month === null) return say(refreshing ? 'frame.loading' : 'frame.notUpdated');
  return say(stale ? 'frame.outdated' : 'frame.updated', { age: formatAge(month.readAt, now) });
}

function ageOf(traffic: TrafficView, now: number, locale: string): string {
  if (traffic.refreshing) return say(traffic.month === null ? 'frame.loading' : 'frame.refreshing');
  const next = nextText(traffic, now, locale);
  return [updatedText(traffic, now), ...(next === null ? [] : [next])].join(' · ');
}

function nextText({ nextRefreshAt, paused }: TrafficView, now: number, locale: string): string | null {
  if (nextRefreshAt === null || paused !== null) return null;
  const minutes = Math.ceil((nextRefreshAt - now) / minuteMs);
  return minutes <= 1 ? say('frame.nextSoon') : say('frame.next', { minutes }, locale);
}

function troubleOf({ paused, problem }: TrafficView): string | null {
  if (paused === 'offline') return say('frame.offline');
  return problem === null ? null : say('frame.failing', { reason: describeFailure(problem) });
}
