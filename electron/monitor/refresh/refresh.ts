import type { Session } from '../../account/session.ts';
import { type ApiFailure, type Outcome, succeeded } from '../../contract/failure.ts';
import type { OxylabsClient } from '../../oxylabs/client.ts';
import { type AppStore, currentAccountId, updateAccount } from '../state.ts';
import type { OwnWritesOf } from '../sub-users/own-writes.ts';
import { type RosterFile, withKnown } from '../sub-users/roster.ts';

export type RefreshParts = {
  store: AppStore;
  session: Pick<Session, 'call'>;
  client: Pick<OxylabsClient, 'monthTotal' | 'listSubUsers'>;
  now: () => number;
  afterTurn: (run: () => void) => void;
  roster: Pick<RosterFile, 'recall'>;
  ownWrites: OwnWritesOf;
  /** Evaluates what was read. */
  alerts: { observe(): unknown };
};

/**
 * Refreshes once, with two requests for any number of sub-users: the month's total and the list. If one fails, it keeps its
 * old figure and age.
 */
export async function refresh(parts: RefreshParts): Promise<Outcome<null>> {
  const outcome = await readBoth(parts);
  // The figures are shown at the end of this turn, so that they do not wait for what is made of them (20 ms at a start).
  await new Promise<void>((done) => parts.afterTurn(done));
  await parts.alerts.observe();
  return outcome;
}

async function readBoth({
  store,
  session,
  client,
  now,
  roster,
  ownWrites,
}: RefreshParts): Promise<Outcome<null>> {
  const accountId = currentAccountId(store.getState());
  if (accountId === null) return succeeded(null);
  updateAccount(store, accountId, { refreshing: true });
  const own = ownWrites(accountId);
  const reading = own.beginReading();

  const [month, subUsers] = await Promise.all([
    session.call((authorization) => client.monthTotal(authorization)),
    session.call((authorization) => client.listSubUsers(authorization)),
  ]);

  // The user may have signed out, or in to another account, in the meantime.
  if (currentAccountId(store.getState()) !== accountId) return succeeded(null);
  const readAt = now();
  updateAccount(store, accountId, {
    refreshing: false,
    problem: firstFailure(month, subUsers),
    ...(month.ok && { month: { value: month.value, readAt }, stale: false }),
    ...(subUsers.ok && {
      subUsers: { value: withKnown({ store, roster, own }, accountId, subUsers.value, reading), readAt },
    }),
  });
  if (!month.ok) return month;
  return subUsers.ok ? succeeded(null) : subUsers;
}

function firstFailure(...outcomes: Outcome<unknown>[]): ApiFailure | null {
  for (const outcome of outcomes) if (!outcome.ok) return outcome.failure;
  return null;
}
