import type { PauseLength } from '../contract/alert-pause.ts';
import { say } from './say.ts';
import { formatMoment } from './time.ts';

/** The lengths of a pause, in the order of menus. */
export const pauseLengths = ['hour', 'tomorrow'] as const satisfies readonly PauseLength[];

export function pausedUntilText(until: number, now: number, locale: string): string {
  return say('pause.until', { moment: formatMoment(until, now, locale) });
}

/** Returns the label that ends a pause: `Paused until 15:30: resume`. */
export function resumeText(until: number, now: number, locale: string): string {
  return say('pause.resume', { moment: formatMoment(until, now, locale) });
}
