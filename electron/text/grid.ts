import type { SubUserColumn } from '../contract/settings.ts';
import type { SubUser } from '../contract/sub-user.ts';
import { wholePercent } from '../contract/used-share.ts';
import { say } from './say.ts';
import { formatNumber, unknownText } from './traffic.ts';

/** Names a column. The one of the boxes has no heading. */
export function columnName(id: SubUserColumn | 'select' | 'actions'): string {
  return id === 'select' ? '' : say(`grid.column.${id}`);
}

/** Returns the status where it is not the usual one; null for an active sub-user. */
export function statusExceptionText({ status, listed }: Pick<SubUser, 'status' | 'listed'>): string | null {
  if (!listed) return say('grid.unlisted');
  return { active: null, disabled: say('grid.disabled'), unknown: say('grid.unknownStatus') }[status];
}

/** Returns how many rows are in view: `12`, or `120 of 12,000` while a search or a filter hides some. */
export function rowCountText(shown: number, all: number, locale: string): string {
  return shown === all ? formatNumber(all, locale) : say('subUsers.countOf', { shown, count: all }, locale);
}

const twoDecimals = new Map<string, Intl.NumberFormat>();

/** Formats a figure of a column in GB, which has the unit in its heading: `10.84`, `< 0.01`, `—` if it is unknown. */
export function formatColumnGb(gb: number | null, locale: string): string {
  if (gb === null) return unknownText;
  const format =
    twoDecimals.get(locale) ??
    new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  twoDecimals.set(locale, format);
  return gb > 0 && gb < 0.005 ? `< ${format.format(0.01)}` : format.format(gb);
}

/** Formats a share for a column of percentages, rounded down: `108%`, `< 1%`. */
export function formatColumnShare(share: number, locale: string): string {
  if (share > 0 && share < 0.01) return '< 1%';
  return `${formatNumber(wholePercent(share), locale)}%`;
}
