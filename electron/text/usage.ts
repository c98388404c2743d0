import type { CommandFailure } from '../contract/failure.ts';
import { formatStep } from './charts.ts';
import { describeFailure } from './failure.ts';
import { say } from './say.ts';
import { formatDay } from './time.ts';
import { formatTraffic } from './traffic.ts';

/** Returns a step in words: `Wed, Nov 12, 18:00 · 42.0 MB`. */
export function stepText(label: string, gb: number | null, locale: string): string {
  const traffic = gb === null ? say('usage.noData') : formatTraffic(gb, locale);
  return say('usage.step', { when: formatStep(label, locale), traffic });
}

export function readDaysText(days: number | null, locale: string): string {
  return days === null ? say('targets.read') : say('targets.readDays', { count: days }, locale);
}

/** Names the days that a sum lacks, because it would look complete otherwise. */
export function missingDaysText(
  failure: CommandFailure,
  missing: readonly string[],
  total: number,
  locale: string,
): string {
  const why = describeFailure(failure);
  if (total === 1) return why;
  const days = missing.toSorted().map((day) => formatDay(day, locale));
  return say('targets.leftOut', { why, days: days.join(', ') });
}
