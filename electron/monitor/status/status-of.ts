import type { SessionView } from '../../contract/account.ts';
import { accountName } from '../../contract/account-sum.ts';
import type { AccountEntry } from '../../contract/accounts.ts';
import { ownLimitsOf, withOwnLimits } from '../../contract/own-limits.ts';
import { hasOwnCycle, planUse } from '../../contract/plan-use.ts';
import type { Settings } from '../../contract/settings.ts';
import type { Status, StatusAccount, StatusSubUser } from '../../contract/status.ts';
import { statusVersion } from '../../contract/status-bounds.ts';
import type { SubUser } from '../../contract/sub-user.ts';
import { staleAgeMs } from '../../usage/freshness.ts';
import { countedByLimit, limitRank } from '../../usage/nearest.ts';
import type { AccountState } from '../state.ts';
import { activeAlerts } from './active-alerts.ts';

const minuteMs = 60_000;

/** What the file is made of, for one account. */
export type StatusSource = {
  entry: AccountEntry;
  session: Exclude<SessionView, { kind: 'restoring' }>;
  account: AccountState;
  online: boolean;
  settings: Settings;
};

/** Returns what the status file holds. */
export function statusOf(sources: readonly StatusSource[], now: number): Status {
  return {
    schema: statusVersion,
    as_of: isoOf(now),
    accounts: sources.filter(isNamed).map((each) => accountOf(each, now)),
  };
}

function isNamed({ entry, session }: StatusSource): boolean {
  return accountName({ name: entry.name, username: session.username }) !== null;
}

function accountOf(source: StatusSource, now: number): StatusAccount {
  const { entry, session, account, settings } = source;
  const readAt = account.month?.readAt ?? null;
  const subUsers =
    account.subUsers === null
      ? null
      : withOwnLimits(account.subUsers.value.subUsers, ownLimitsOf(account.guard));
  return {
    id: session.kind === 'signed-in' ? session.accountId : null,
    name: accountName({ name: entry.name, username: session.username }),
    product: entry.product,
    state: stateOf(source),
    read_at: readAt === null ? null : isoOf(readAt),
    stale_at: readAt === null ? null : isoOf(readAt + staleAgeMs(settings.refreshIntervalMinutes * minuteMs)),
    ...figuresOf(source),
    counts: subUsers === null ? null : countsOf(subUsers),
    alerts: activeAlerts(account, settings, now),
    sub_users: subUsersOf(subUsers ?? [], settings.statusFileSubUsers),
  };
}

function stateOf({ session, account, online }: StatusSource): StatusAccount['state'] {
  if (session.kind === 'signed-out') return 'signed_out';
  if (!online) return 'offline';
  return account.stale ? 'stale' : 'ok';
}

type Figures = Pick<StatusAccount, 'period' | 'used_gb' | 'plan_gb' | 'left_gb' | 'month_gb' | 'forecast'>;

function figuresOf({ account, settings: { plan } }: StatusSource): Figures {
  const { cycle, outlook } = account;
  const month = account.month?.value ?? null;
  const monthGb = month?.trafficGb ?? null;
  const use = planUse(plan, monthGb, cycle);
  const ofCycle = hasOwnCycle(plan);
  const usedGb = ofCycle ? (cycle?.usedGb ?? null) : monthGb;
  const dates = ofCycle ? cycle : month;
  const forecast = ofCycle ? outlook?.cycleForecast : outlook?.forecast;
  return {
    period: { kind: ofCycle ? 'cycle' : 'month', from: dates?.dateFrom ?? null, to: dates?.dateTo ?? null },
    used_gb: usedGb,
    plan_gb: use?.budgetGb ?? null,
    left_gb: use === null ? null : leftOf(usedGb, use.budgetGb),
    month_gb: monthGb,
    forecast:
      forecast?.kind === 'forecast'
        ? {
            end_gb: forecast.endGb,
            low_gb: forecast.lowGb,
            high_gb: forecast.highGb,
            ends_at: isoOf(forecast.endsAt),
            runs_out_at: forecast.reachesAt === null ? null : isoOf(forecast.reachesAt),
          }
        : null,
  };
}

function countsOf(subUsers: readonly SubUser[]): NonNullable<StatusAccount['counts']> {
  const { over, near } = countedByLimit(subUsers);
  const withStatus = (wanted: SubUser['status']) => subUsers.filter(({ status }) => status === wanted).length;
  return {
    sub_users: subUsers.length,
    active: withStatus('active'),
    disabled: withStatus('disabled'),
    near_limit: near,
    over_limit: over,
  };
}

/** Nearest to their limit first, so that those that matter are in a file with few. */
function subUsersOf(subUsers: readonly SubUser[], most: number): StatusSubUser[] {
  return [...subUsers]
    .sort((one, other) => limitRank(other) - limitRank(one))
    .slice(0, most)
    .map(subUserOf);
}

function subUserOf({ username, status, trafficGb, limit }: SubUser): StatusSubUser {
  const limitGb = limit.kind === 'gb' ? limit.limitGb : limit.kind === 'blocked' ? 0 : null;
  return {
    name: username,
    status,
    used_gb: trafficGb,
    limit: limit.kind,
    limit_gb: limitGb,
    left_gb: limit.kind === 'blocked' ? 0 : limitGb === null ? null : leftOf(trafficGb, limitGb),
  };
}

/** Without the noise of binary fractions, which a script would print. */
function leftOf(usedGb: number | null, limitGb: number): number | null {
  return usedGb === null ? null : Number(Math.max(0, limitGb - usedGb).toFixed(9));
}

function isoOf(at: number): string {
  return new Date(at).toISOString();
}
