import { defaultSettings, type Settings } from '../../../electron/contract/settings.ts';
import type { SubUser } from '../../../electron/contract/sub-user.ts';
import { type AccountState, unreadAccount } from '../../../electron/monitor/state.ts';
import { type StatusSource, statusOf } from '../../../electron/monitor/status/status-of.ts';

export const statusNow = Date.parse('2026-11-24T12:00:00Z');

export function subUserNamed(username: string, id: number, change: Partial<SubUser> = {}): SubUser {
  return {
    id,
    username,
    status: 'active',
    createdAt: null,
    trafficGb: 9,
    limit: { kind: 'gb', limitGb: 10 },
    disablesAtLimit: true,
    lifetime: false,
    listed: true,
    ...change,
  };
}

/** An account with 211.7 of 300 GB, five sub-users and a forecast, read four minutes ago. */
export const readAccount: AccountState = {
  ...unreadAccount,
  month: {
    value: { trafficGb: 211.7, dateFrom: '2026-11-01', dateTo: '2026-11-24' },
    readAt: statusNow - 240_000,
  },
  subUsers: {
    value: {
      subUsers: [
        subUserNamed('idle', 1, { trafficGb: 0 }),
        subUserNamed('near', 2),
        subUserNamed('free', 3, { limit: { kind: 'unlimited' } }),
        subUserNamed('shut', 4, { limit: { kind: 'blocked' }, status: 'disabled' }),
        subUserNamed('quote"\\\n', 5, { trafficGb: null, limit: { kind: 'unknown' } }),
      ],
      setAside: 0,
    },
    readAt: statusNow - 240_000,
  },
  outlook: {
    forecast: {
      kind: 'forecast',
      endGb: 268,
      lowGb: 259,
      highGb: 276,
      gbPerDay: 9,
      leftPerDayGb: 14,
      reachesAt: null,
      reachesEarliestAt: null,
      endsAt: Date.parse('2026-12-01T00:00:00Z'),
    },
    cycleForecast: null,
    days: [],
  },
};

export const statusSettings: Settings = {
  ...defaultSettings,
  plan: { ...defaultSettings.plan, sizeGb: 300 },
  statusFile: true,
  prometheusFile: true,
};

export function statusSource(change: Partial<StatusSource> = {}): StatusSource {
  return {
    entry: { key: '1', name: '', color: 'teal', product: null },
    session: { kind: 'signed-in', username: 'main_user', accountId: 'a1', remembered: 'keyring' },
    account: readAccount,
    online: true,
    settings: statusSettings,
    ...change,
  };
}

/** Returns a status file of a hundred sub-users, read at a moment. */
export function longStatusText(now: number): string {
  const subUsers = Array.from({ length: 100 }, (_, index) => subUserNamed(`sub_user_${index}`, index + 1));
  const month = readAccount.month && { ...readAccount.month, readAt: now };
  const account = { ...readAccount, month, subUsers: { value: { subUsers, setAside: 0 }, readAt: now } };
  return JSON.stringify(statusOf([statusSource({ account })], now));
}
