import type { CommandFailure } from '../contract/failure.ts';
import { formatStep } from './charts.ts';
import { describeFailure } from './failure.ts';
import { say } from './say.ts';

export function stepText(label: string, value: string | null, locale: string): string {
  return say('usage.step', { when: formatStep(label, locale), traffic: value ?? say('usage.noData') });
}

export function readDaysText(days: number | null, locale: string): string {
  return days === null ? say('targets.read') : say('targets.readDays', { count: days }, locale);
}

/** Names the days that a sum lacks, because it would look complete otherwise. */
export function missingDaysText(failure: CommandFailure, missing: readonly string[], total: number): string {
  const why = describeFailure(failure);
  return total === 1 ? why : say('targets.leftOut', { why, days: [...missing].sort().join(', ') });
}
