import type { Session } from '../../account/session.ts';
import { failed, succeeded } from '../../contract/failure.ts';
import type { SubUser } from '../../contract/sub-user.ts';
import type { OxylabsClient } from '../../oxylabs/client.ts';
import { keptRows } from '../../usage/roster.ts';
import type { Clock } from '../clock.ts';
import { type AppStore, accountState, currentAccountId, knownSubUser, updateAccount } from '../state.ts';
import { createNewestList, type Listed } from './newest-list.ts';
import type { OwnWritesOf } from './own-writes.ts';
import { type RosterFile, withKnown } from './roster.ts';
import { lateMs, settleByReading, soonMs } from './settle-by-reading.ts';

export type SubUserListParts = {
  store: AppStore;
  session: Pick<Session, 'call'>;
  client: Pick<OxylabsClient, 'listSubUsers'>;
  clock: Clock;
  /** The rosters of earlier runs. */
  roster: Pick<RosterFile, 'recall'>;
  ownWrites: OwnWritesOf;
};

type ShowsAll = (listed: readonly SubUser[]) => boolean;

/** Gives writes access to the list of the account in use: what is known, and how to show a change. */
export type SubUserListAccess = {
  known(id: number): SubUser | undefined;
  /** Returns whether a sub-user of that name exists; true if the list was not read yet. */
  mayHold(username: string): boolean;
  isMainUser(id: number): boolean;
  /** Notes that a write to a sub-user was carried out. Readings that began before do not speak of it. */
  noteWritten(id: number): void;
  /** Notes that a sub-user was deleted here. No reading brings it back. */
  noteDeleted(id: number): void;
  /** Shows the effect of a write on the list, without reading it. */
  show(change: (subUsers: readonly SubUser[]) => SubUser[]): void;
  /** Reads the list, shows it, and returns it as the API sent it. */
  readAgain(): Promise<Listed>;
  /** Returns a list that was read a moment ago, or reads it again. */
  newest(): Promise<Listed>;
  /** Reads the list after a pause and, unless it shows every write, once more after a longer one. */
  settle(showsAll: ShowsAll): Promise<Listed>;
  /** Goes on with growing pauses, for a late server. Returns null if it was stopped before the last one. */
  settleLate(showsAll: ShowsAll, stopped?: AbortSignal): Promise<Listed | null>;
};

export function openSubUserList(parts: SubUserListParts): SubUserListAccess {
  const { store, session, client, clock, roster, ownWrites } = parts;
  const shown = () => accountState(store.getState(), currentAccountId(store.getState())).subUsers;
  const known = (id: number) => knownSubUser(store.getState(), id);
  const ownNow = () => ownWrites(currentAccountId(store.getState()));

  async function read(): Promise<Listed> {
    const accountId = currentAccountId(store.getState());
    const own = ownWrites(accountId);
    const reading = own.beginReading();
    const list = await session.call((who) => client.listSubUsers(who));
    if (!list.ok) return list;
    // The user signed out in the meantime, or in to another account, so this list is not theirs.
    if (accountId === null || currentAccountId(store.getState()) !== accountId) {
      return failed({ kind: 'signed-out' });
    }
    const value = withKnown({ store, roster, own }, accountId, list.value, reading);
    updateAccount(store, accountId, { subUsers: { value, readAt: clock.now() } });
    return succeeded(list.value.subUsers.filter(({ id }) => !own.isDeleted(id)));
  }
  const newest = createNewestList(read, clock.now, () => currentAccountId(store.getState()));

  return {
    known,
    mayHold: (username) => shown()?.value.subUsers.some((each) => each.username === username) ?? true,
    isMainUser(id) {
      const { session: view } = store.getState();
      return view.kind === 'signed-in' && known(id)?.username === view.username;
    },
    noteWritten: (id) => ownNow().noteWritten(id),
    noteDeleted: (id) => ownNow().noteDeleted(id),
    show(change) {
      const accountId = currentAccountId(store.getState());
      const before = shown();
      if (accountId === null || before === null) return;
      const { subUsers } = before.value;
      const changed = keptRows(change(subUsers), subUsers);
      if (changed === subUsers) return;
      const value = { ...before.value, subUsers: changed };
      updateAccount(store, accountId, { subUsers: { ...before, value } });
    },
    readAgain: newest.readAgain,
    newest: newest.get,
    async settle(showsAll) {
      const last = await settleByReading({ read: newest.readAgain, clock, showsAll, pausesMs: soonMs });
      return last ?? failed({ kind: 'cancelled' });
    },
    settleLate: (showsAll, stopped) =>
      settleByReading({ read: newest.readAgain, clock, showsAll, pausesMs: lateMs, stopped }),
  };
}
