import { mostGb } from '../../../electron/contract/bounds.ts';
import { leastCapGb, leastSharePercent, mostSharePercent } from '../../../electron/contract/guard.ts';
import { say } from '../../../electron/text/say.ts';
import { formatNumber } from '../../../electron/text/traffic.ts';

/** What a number of a rule may be; `above` where the least is not allowed itself. */
export type Bounds = { least: number; most: number; above?: true };

export const capBounds: Bounds = { least: leastCapGb, most: mostGb };
export const shareBounds: Bounds = { least: leastSharePercent, most: mostSharePercent };
export const packBounds: Bounds = { least: 0, most: mostGb, above: true };

/** Returns whether a number is within its bounds. NaN is not. */
export function isWithin(value: number, { least, most, above }: Bounds): boolean {
  return (above ? value > least : value >= least) && value <= most;
}

/** Returns what is wrong with a number; undefined if nothing is. */
export function boundsProblem(value: number, bounds: Bounds, locale: string): string | undefined {
  if (isWithin(value, bounds)) return undefined;
  if (Number.isNaN(value)) return say('guard.missing');
  const least = formatNumber(bounds.least, locale);
  if (bounds.above && value <= bounds.least) return say('guard.above', { least });
  const most = formatNumber(bounds.most, locale);
  return bounds.above ? say('guard.most', { most }) : say('guard.range', { least, most });
}
