import type { AccountId } from '../../contract/account.ts';
import type { SubUser, SubUserList } from '../../contract/sub-user.ts';
import { keptRows, mergeRoster, sameFields, sameMembers } from '../../usage/roster.ts';
import { type AppStore, accountState, currentAccountId } from '../state.ts';
import type { OwnWrites } from './own-writes.ts';

/** Stores the sub-users that earlier runs knew, by account. */
export type RosterFile = {
  recall(accountId: AccountId): readonly SubUser[];
  keep(accountId: AccountId, subUsers: readonly SubUser[]): void;
  /** Returns whether the API was asked about a sub-user since it was listed last. */
  isAsked(accountId: AccountId, id: number): boolean;
  noteAsked(accountId: AccountId, id: number): void;
};

export type KnownParts = { store: AppStore; roster: Pick<RosterFile, 'recall'>; own: OwnWrites };

/**
 * Returns the API's list, with known sub-users that are no longer in it, and without what it cannot know yet: the reading
 * began before a write of ours. A row that is equal to the shown one stays the same object.
 */
export function withKnown(
  { store, roster, own }: KnownParts,
  accountId: AccountId,
  list: SubUserList,
  reading: number,
): SubUserList {
  const shown = accountState(store.getState(), accountId).subUsers;
  const known = shown?.value.subUsers ?? roster.recall(accountId);
  const remaining = known.filter(({ id }) => !own.isDeleted(id));
  const listed = own.any ? afterOwnWrites(list.subUsers, remaining, own, reading) : list.subUsers;
  const value = { ...list, subUsers: keptRows(mergeRoster(remaining, listed), known) };
  return shown !== null && sameFields(value, shown.value) ? shown.value : value;
}

function afterOwnWrites(
  listed: readonly SubUser[],
  known: readonly SubUser[],
  own: OwnWrites,
  reading: number,
): SubUser[] {
  const newer = new Map(known.filter(({ id }) => !own.speaksOf(reading, id)).map((row) => [row.id, row]));
  const ids = new Set(listed.map(({ id }) => id));
  return [
    ...listed.filter(({ id }) => !own.isDeleted(id)).map((row) => newer.get(row.id) ?? row),
    ...[...newer.values()].filter(({ id }) => !ids.has(id)),
  ];
}

/**
 * Writes an account's roster whenever its members change, by a reading, a creation, a deletion or a 404. Otherwise a deleted
 * sub-user would return with the next start.
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
