import type { AccountRow } from '../../contract/account-list.ts';
import type { AccountEntry } from '../../contract/accounts.ts';
import { hasOwnCycle, planUse } from '../../contract/plan-use.ts';
import { sameFields } from '../../usage/roster.ts';
import { type AppState, accountState, currentAccountId, knownSubUser } from '../state.ts';
import { activeAlerts } from '../status/active-alerts.ts';

/** Describes an account to the windows of all. */
export function accountRow(entry: AccountEntry, state: AppState, now: number): AccountRow {
  const { session, settings, job } = state;
  const account = accountState(state, currentAccountId(state));
  const { month, subUsers, cycle, outlook, problem } = account;
  const { key, name, color, product } = entry;
  const ofCycle = hasOwnCycle(settings.plan);
  const monthGb = month?.value.trafficGb ?? null;
  const forecast = ofCycle ? outlook?.cycleForecast : outlook?.forecast;
  return {
    ...{ key, name, color, product },
    username: session.kind === 'restoring' ? null : session.username,
    state: stateOf(state, account.stale),
    failing: problem !== null,
    monthGb,
    monthFrom: month?.value.dateFrom ?? null,
    usedGb: ofCycle ? (cycle?.usedGb ?? null) : monthGb,
    planGb: planUse(settings.plan, monthGb, cycle)?.budgetGb ?? null,
    ofCycle,
    forecastGb: forecast?.kind === 'forecast' ? forecast.endGb : null,
    subUsers: subUsers?.value.subUsers.length ?? null,
    alerts: activeAlerts(account, settings, now).length,
    task: job === null ? null : job.state === 'running' ? 'running' : 'waiting',
    wanted: session.kind === 'signed-in' ? wantedName(state) : null,
  };
}

function wantedName(state: AppState): string | null {
  const target = state.navigation?.target;
  if (target === undefined) return null;
  if (target.kind === 'named') return target.username;
  return target.kind === 'sub-user' ? (knownSubUser(state, target.id)?.username ?? '') : '';
}

function stateOf({ session, online }: AppState, stale: boolean): AccountRow['state'] {
  if (session.kind === 'restoring') return 'starting';
  if (session.kind === 'signed-out') return session.reason === 'refused' ? 'refused' : 'signed-out';
  if (!online) return 'offline';
  return stale ? 'stale' : 'ok';
}

type Made = { of: Readonly<Record<string, unknown>>; row: AccountRow };

/** Returns the function that describes accounts: a row stays the same object while its account is as it was. */
export function createAccountRows(now: () => number): (entry: AccountEntry, state: AppState) => AccountRow {
  const made = new Map<string, Made>();
  return (entry, state) => {
    const of = sourcesOf(entry, state);
    const last = made.get(entry.key);
    if (last !== undefined && sameFields(of, last.of)) return last.row;
    const next = accountRow(entry, state, now());
    const row = last !== undefined && sameFields(next, last.row) ? last.row : next;
    made.set(entry.key, { of, row });
    return row;
  };
}

/** Returns what a row is made of, so that it is made only when one of these has changed. */
function sourcesOf(entry: AccountEntry, state: AppState): Made['of'] {
  const { session, settings, online, job, navigation } = state;
  const account = accountState(state, currentAccountId(state));
  const { month, subUsers, cycle, outlook, problem, alerts, stale } = account;
  const task = job?.state;
  const app = { session, settings, online, task, navigation };
  return { entry, ...app, month, subUsers, cycle, outlook, problem, alerts, stale };
}
