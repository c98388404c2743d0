/** Shown where a figure is not known. It must never look like zero. */
export const unknownText = '—';

/** Below this many GB a figure reads better in MB. The API's GB is decimal: 1 GB is 1000 MB. */
const smallestGb = 0.1;

/** Traffic for people: `1.24 GB`, `52.3 MB`, `—` for unknown. The number follows the locale, the unit does not. */
export function formatTraffic(trafficGb: number | null, locale: string): string {
  if (trafficGb === null) return unknownText;
  if (trafficGb === 0) return '0 GB';
  if (trafficGb < smallestGb) return `${formatMegabytes(trafficGb * 1000, locale)} MB`;
  return `${number(trafficGb, locale, 2, 2)} GB`;
}

/** A limit or a budget, which people type in round numbers: `40 GB`, `0.5 GB`. */
export function formatLimitGb(limitGb: number, locale: string): string {
  return limitGb < smallestGb
    ? `${formatMegabytes(limitGb * 1000, locale)} MB`
    : `${number(limitGb, locale, 0, 2)} GB`;
}

/** A share as a whole percentage, rounded down: 99.9 % is not "100 %" while the limit is not reached. */
export function formatShare(share: number, locale: string): string {
  if (share > 0 && share < 0.01) return `< ${number(1, locale, 0, 0)} %`;
  return `${number(Math.floor(share * 100), locale, 0, 0)} %`;
}

function formatMegabytes(megabytes: number, locale: string): string {
  return megabytes < 0.01
    ? `< ${number(0.01, locale, 2, 2)}`
    : number(megabytes, locale, 1, megabytes < 1 ? 2 : 1);
}

/** Making a format costs a thousand times what using it does, and a grid of 10,000 rows uses many. */
const formats = new Map<string, Intl.NumberFormat>();

function number(value: number, locale: string, least: number, most: number): string {
  const key = `${locale} ${least} ${most}`;
  const format =
    formats.get(key) ??
    new Intl.NumberFormat(locale, { minimumFractionDigits: least, maximumFractionDigits: most });
  formats.set(key, format);
  return format.format(value);
}
