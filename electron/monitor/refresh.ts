import type { Session } from '../account/session.ts';
import type { AccountId } from '../contract/account.ts';
import { type ApiFailure, type Outcome, succeeded } from '../contract/failure.ts';
import type { SubUser } from '../contract/sub-user.ts';
import type { OxylabsClient } from '../oxylabs/client.ts';
import { mergeRoster, sameMembers } from '../usage/roster.ts';
import { type AppStore, accountState, currentAccountId, updateAccount } from './state.ts';

export type RefreshParts = {
  store: AppStore;
  session: Pick<Session, 'call'>;
  client: Pick<OxylabsClient, 'monthTotal' | 'listSubUsers'>;
  now: () => number;
  roster: RosterFile;
};

/** The sub-users that were known in earlier runs, by account. */
export type RosterFile = {
  recall(accountId: AccountId): readonly SubUser[];
  keep(accountId: AccountId, subUsers: readonly SubUser[]): void;
};

/**
 * One refresh: the month's total and the list of sub-users, two requests however many sub-users there are.
 * What could be read is kept even where the other half failed; what could not keeps its old figure and age.
 */
export async function refresh({ store, session, client, now, roster }: RefreshParts): Promise<Outcome<null>> {
  const accountId = currentAccountId(store.getState());
  if (accountId === null) return succeeded(null);
  updateAccount(store, accountId, { refreshing: true });

  const [month, subUsers] = await Promise.all([
    session.call((authorization) => client.monthTotal(authorization)),
    session.call((authorization) => client.listSubUsers(authorization)),
  ]);

  // The person may have signed out, or as somebody else, in the meantime.
  if (currentAccountId(store.getState()) !== accountId) return succeeded(null);
  const readAt = now();
  const known =
    accountState(store.getState(), accountId).subUsers?.value.subUsers ?? roster.recall(accountId);
  const merged = subUsers.ok ? mergeRoster(known, subUsers.value.subUsers) : null;
  if (merged !== null && !sameMembers(known, merged)) roster.keep(accountId, merged);
  updateAccount(store, accountId, {
    refreshing: false,
    problem: firstFailure(month, subUsers),
    ...(month.ok && { month: { value: month.value, readAt }, stale: false }),
    ...(subUsers.ok &&
      merged !== null && { subUsers: { value: { ...subUsers.value, subUsers: merged }, readAt } }),
  });
  if (!month.ok) return month;
  return subUsers.ok ? succeeded(null) : subUsers;
}

function firstFailure(...outcomes: Outcome<unknown>[]): ApiFailure | null {
  for (const outcome of outcomes) if (!outcome.ok) return outcome.failure;
  return null;
}
