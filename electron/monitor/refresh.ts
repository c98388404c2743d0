import type { Session } from '../account/session.ts';
import { type ApiFailure, type Outcome, succeeded } from '../contract/failure.ts';
import type { OxylabsClient } from '../oxylabs/client.ts';
import { type RosterFile, withKnown } from './known-sub-users.ts';
import { type AppStore, currentAccountId, updateAccount } from './state.ts';

export type RefreshParts = {
  store: AppStore;
  session: Pick<Session, 'call'>;
  client: Pick<OxylabsClient, 'monthTotal' | 'listSubUsers'>;
  now: () => number;
  roster: Pick<RosterFile, 'recall'>;
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
  updateAccount(store, accountId, {
    refreshing: false,
    problem: firstFailure(month, subUsers),
    ...(month.ok && { month: { value: month.value, readAt }, stale: false }),
    ...(subUsers.ok && {
      subUsers: { value: withKnown(store, roster, accountId, subUsers.value), readAt },
    }),
  });
  if (!month.ok) return month;
  return subUsers.ok ? succeeded(null) : subUsers;
}

function firstFailure(...outcomes: Outcome<unknown>[]): ApiFailure | null {
  for (const outcome of outcomes) if (!outcome.ok) return outcome.failure;
  return null;
}
