import { say } from '../../../electron/text/say.ts';
import { formatNumber } from '../../../electron/text/traffic.ts';

const doubtfulGb = 1_000_000;
const bytesInGb = 1_000_000_000;
const gbInPb = 1_000_000;
/** Fewer bytes than this would hardly be a limit. */
const leastMeantGb = 0.01;

/** Returns whether a limit in GB looks like a number of bytes. */
export function looksLikeBytes(limitGb: number): boolean {
  return limitGb >= doubtfulGb;
}

/** Returns the limit in GB if it was typed in bytes; null if that would be too small for one. */
export function meantGb(limitGb: number): number | null {
  const gb = limitGb / bytesInGb;
  return gb >= leastMeantGb ? gb : null;
}

/** Returns the question about a limit that looks like bytes. */
export function bytesText(limitGb: number, locale: string): string {
  const petabytes = formatNumber(limitGb / gbInPb, locale);
  const meant = meantGb(limitGb);
  return meant === null
    ? say('forms.looksLarge', { petabytes })
    : say('forms.looksLikeBytes', { petabytes, gb: formatNumber(meant, locale) });
}
