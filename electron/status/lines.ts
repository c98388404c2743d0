import type { Status, StatusAccount, StatusSubUser } from '../contract/status.ts';
import { endText } from '../text/forecast.ts';
import { say } from '../text/say.ts';
import { formatDay, formatDayAt, updatedText } from '../text/time.ts';
import { formatTraffic, usedOfText } from '../text/traffic.ts';
import { isOld } from './as-of-now.ts';
import { labelOf, named, plainName } from './names.ts';

/** When and for whom something is written. */
export type Reader = { now: number; locale: string };

/** Returns a line for each account. */
export function statusLines({ accounts }: Status, reader: Reader): string[] {
  if (accounts.length === 0) return [say('tray.signedOut')];
  return accounts.map((account, index) =>
    named(labelOf(account, index, accounts.length), accountLine(account, reader)),
  );
}

function accountLine(account: StatusAccount, { now, locale }: Reader): string {
  if (account.state === 'signed_out') return say('tray.signedOut');
  const offline = account.state === 'offline' ? [say('tray.offline')] : [];
  if (account.read_at === null) return [say('tray.reading'), ...offline].join(' · ');
  return [
    usedLine(account, locale),
    ...(account.left_gb === null
      ? []
      : [say('commandLine.left', { amount: formatTraffic(account.left_gb, locale) })]),
    ...(account.forecast === null ? [] : [forecastLine(account.forecast, locale)]),
    ...offline,
    updatedText(isOld(account, now), Date.parse(account.read_at), now),
  ].join(' · ');
}

function usedLine({ used_gb, plan_gb, period }: StatusAccount, locale: string): string {
  const used = plan_gb === null ? formatTraffic(used_gb, locale) : usedOfText(used_gb, plan_gb, locale);
  return period.kind === 'cycle' && period.from !== null
    ? say('tray.since', { used, day: formatDay(period.from, locale) })
    : period.kind === 'cycle'
      ? used
      : say('tray.total', { total: used });
}

function forecastLine(
  { end_gb, ends_at, runs_out_at }: NonNullable<StatusAccount['forecast']>,
  locale: string,
) {
  const end = endText({ endGb: end_gb, endsAt: Date.parse(ends_at) }, locale);
  return runs_out_at === null
    ? end
    : say('forecast.endThenUsedUp', { end, day: formatDayAt(Date.parse(runs_out_at), locale) });
}

/** Returns a line for each of the sub-users of an account that are nearest to their limit; the file has those first. */
export function subUserLines({ sub_users }: StatusAccount, most: number, locale: string): string[] {
  return sub_users
    .filter(({ limit }) => limit === 'gb')
    .slice(0, most)
    .map((subUser) => subUserLine(subUser, locale));
}

function subUserLine({ name, used_gb, limit_gb }: StatusSubUser, locale: string): string {
  const text = limit_gb === null ? formatTraffic(used_gb, locale) : usedOfText(used_gb, limit_gb, locale);
  return named(plainName(name), text);
}
