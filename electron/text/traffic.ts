import { wholePercent } from '../contract/used-share.ts';
import { say } from './say.ts';

/** Shown for an unknown figure, which must never look like zero. */
export const unknownText = '—';

/** Below this many GB, a figure reads better in MB. The API's GB is decimal: 1 GB is 1000 MB. */
const smallestGb = 0.1;

/** Formats traffic: `1.24 GB`, `52.3 MB`, or `—` if it is unknown. The number follows the locale, the unit does not. */
export function formatTraffic(trafficGb: number | null, locale: string): string {
  if (trafficGb === null) return unknownText;
  if (trafficGb === 0) return inGb(number(0, locale, 0, 0));
  if (trafficGb < smallestGb) return formatMegabytes(trafficGb * 1000, locale);
  return inGb(number(trafficGb, locale, 2, 2));
}

/** Formats traffic where its size matters more than its digits: `8.3 GB`, `42 MB`, `161 TB`. */
export function formatGb(gb: number, locale: string): string {
  const unit = unitOf(gb);
  return unit === 'mb'
    ? formatMegabytes(gb * 1000, locale)
    : say(`units.${unit}`, { amount: amountIn(unit, gb, locale) });
}

/** Formats traffic beside another figure, whose unit it does not repeat: `7.9`, of `300 GB`. */
export function formatGbBeside(gb: number, otherGb: number, locale: string): string {
  const unit = unitOf(gb);
  return unit === 'mb' || unit !== unitOf(otherGb) ? formatGb(gb, locale) : amountIn(unit, gb, locale);
}

function unitOf(gb: number): 'mb' | 'gb' | 'tb' {
  if (gb >= 10_000) return 'tb';
  return gb > 0 && gb < smallestGb ? 'mb' : 'gb';
}

function amountIn(unit: 'gb' | 'tb', gb: number, locale: string): string {
  return unit === 'gb' ? number(gb, locale, 0, 1) : number(gb / 1000, locale, 0, gb < 100_000 ? 1 : 0);
}

/** Formats a limit or a budget, which users type in round numbers: `40 GB`, `0.5 GB`. */
export function formatLimitGb(limitGb: number, locale: string): string {
  const inMegabytes = limitGb > 0 && limitGb < smallestGb;
  return inMegabytes ? formatMegabytes(limitGb * 1000, locale) : inGb(number(limitGb, locale, 0, 2));
}

/** Returns what is used of a limit or a budget: `211.70 GB of 300 GB`. */
export function usedOfText(usedGb: number | null, limitGb: number, locale: string): string {
  return say('units.of', { used: formatTraffic(usedGb, locale), limit: formatLimitGb(limitGb, locale) });
}

/** Formats a number without its unit, to two decimals. */
export function formatNumber(value: number, locale: string): string {
  return number(value, locale, 0, 2);
}

/** Formats an estimate without its unit and without the digits that it does not have. */
export function formatRoughNumber(value: number, locale: string): string {
  return number(value, locale, 0, value < 10 ? 1 : 0);
}

/** Formats a figure of an axis, which a chart has rounded already, in the unit that suits its top: `1.5 GB`, `40 MB`. */
export function formatAxisGb(gb: number, topGb: number, locale: string): string {
  const inMegabytes = unitOf(topGb) === 'mb';
  return inMegabytes ? inMb(formatNumber(gb * 1000, locale)) : inGb(formatNumber(gb, locale));
}

/** Formats a share as a whole percentage, rounded down: 99.9 % must not read as "100%" before the limit is reached. */
export function formatShare(share: number, locale: string): string {
  if (share > 0 && share < 0.01) return say('units.under', { amount: percent(0.01, locale) });
  return percent(wholePercent(share) / 100, locale);
}

function percent(share: number, locale: string): string {
  return number(share, locale, 0, 0, 'percent');
}

function inGb(amount: string): string {
  return say('units.gb', { amount });
}

function formatMegabytes(megabytes: number, locale: string): string {
  if (megabytes < 0.01) return say('units.under', { amount: inMb(number(0.01, locale, 2, 2)) });
  return inMb(number(megabytes, locale, 1, megabytes < 1 ? 2 : 1));
}

function inMb(amount: string): string {
  return say('units.mb', { amount });
}

/** Creating a format costs a thousand times what using it does, and a grid of 10,000 rows uses many. */
const formats = new Map<string, Intl.NumberFormat>();

function number(
  value: number,
  locale: string,
  least: number,
  most: number,
  style: 'decimal' | 'percent' = 'decimal',
): string {
  const key = `${locale} ${least} ${most} ${style}`;
  const format =
    formats.get(key) ??
    new Intl.NumberFormat(locale, { style, minimumFractionDigits: least, maximumFractionDigits: most });
  formats.set(key, format);
  return format.format(value);
}
