import type { AccountId } from '../contract/account.ts';
import type { SubUser, SubUserList } from '../contract/sub-user.ts';
import { mergeRoster, sameMembers } from '../usage/roster.ts';
import { type AppStore, accountState, currentAccountId } from './state.ts';

/** The sub-users that were known in earlier runs, by account. */
export type RosterFile = {
  recall(accountId: AccountId): readonly SubUser[];
  keep(accountId: AccountId, subUsers: readonly SubUser[]): void;
};

/** A list as the API answered it, with those that were known before and are in it no more. */
export function withKnown(
  store: AppStore,
  roster: Pick<RosterFile, 'recall'>,
  accountId: AccountId,
  list: SubUserList,
): SubUserList {
  const shown = accountState(store.getState(), accountId).subUsers;
  const known = shown?.value.subUsers ?? roster.recall(accountId);
  return { ...list, subUsers: mergeRoster(known, list.subUsers) };
}

/**
 * Writes an account's roster whenever its members changed, whatever changed them: a list that was read, or a sub-user
 * that was created here, deleted here or answered with a 404. Else a deleted one would come back with the next start.
 */
export function keepRosters(store: AppStore, roster: RosterFile): void {
  store.subscribe((state, previous) => {
    const id = currentAccountId(state);
    if (id === null) return;
    const now = accountState(state, id).subUsers;
    const before = accountState(previous, id).subUsers;
    if (now === null || now === before) return;
    const kept = before?.value.subUsers ?? roster.recall(id);
    if (!sameMembers(kept, now.value.subUsers)) roster.keep(id, now.value.subUsers);
  });
}
