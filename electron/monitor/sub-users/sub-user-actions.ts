import type { Session } from '../../account/session.ts';
import type { CommandHandlers } from '../../contract/commands.ts';
import { type CommandFailure, failed, succeeded, type WriteCheck } from '../../contract/failure.ts';
import type { SubUser } from '../../contract/sub-user.ts';
import type { OxylabsClient } from '../../oxylabs/client.ts';
import { changedSubUser, createdSubUser, sameState, wasChanged } from '../../usage/written.ts';
import type { LateChecks, WasDone } from './late-checks.ts';
import type { SubUserListAccess } from './sub-user-list.ts';
import { sendWrite, type WriteEnd } from './write-end.ts';

export type SubUserActionParts = {
  list: SubUserListAccess;
  session: Pick<Session, 'call'>;
  client: Pick<OxylabsClient, 'createSubUser' | 'updateSubUser' | 'deleteSubUser'>;
  late: LateChecks;
  now: () => number;
};

type Names = 'createSubUser' | 'updateSubUser' | 'deleteSubUser' | 'dismissCheck';
type Failed = Exclude<WriteEnd<unknown>, { kind: 'done' }>;

/**
 * Creates the handlers of the three writes, each of which is sent once. An accepted one shows at once; after an unclear
 * failure the list is read again, and the answer reports what is true, or that the list is still being checked.
 */
export function createSubUserActions({ list, session, client, late, now }: SubUserActionParts) {
  async function failedWrite(
    { kind, failure }: Failed,
    username: string,
    wasDone: WasDone,
    onLate: (done: WriteCheck['done']) => void = () => {},
  ): Promise<{ ok: false; failure: CommandFailure }> {
    if (kind !== 'unclear') return failed(failure);
    const listed = await list.settle((each) => wasDone(each) !== 'no');
    const done = listed.ok ? wasDone(listed.value) : 'no';
    if (done !== 'no') return failed({ kind: 'unclear-write', cause: failure, done });
    const check = late.begin({ username, cause: failure }, wasDone, onLate);
    return failed({ kind: 'unclear-write', cause: failure, done: 'checking', check });
  }

  function forget(id: number): void {
    list.noteDeleted(id);
    list.show((all) => all.filter((each) => each.id !== id));
  }

  /**
   * Forgets a sub-user after a 404, which may be about the whole account. Only a list without the sub-user shows that it is
   * gone.
   */
  async function forgetIfGone(id: number): Promise<boolean> {
    const listed = await list.readAgain();
    const gone = listed.ok && !listed.value.some((each) => each.id === id);
    if (gone) forget(id);
    return gone;
  }

  return {
    async createSubUser(wanted) {
      const { username } = wanted;
      const before = list.mayHold(username);
      const end = await sendWrite(session, (who) => client.createSubUser(who, wanted));
      if (end.kind !== 'done') {
        const wasDone = (listed: readonly SubUser[]) => {
          if (!listed.some((each) => each.username === username)) return 'no';
          // The name existed before, or may have, so it is unclear who created it.
          return before ? 'unknown' : 'exists';
        };
        if (!mayBeRepeated(end)) return failedWrite(end, username, wasDone);
        const listed = before ? null : await list.readAgain();
        return listed?.ok && wasDone(listed.value) === 'exists'
          ? failed({ kind: 'unclear-write', cause: end.failure, done: 'exists' })
          : failed(end.failure);
      }
      const { id } = end.value;
      if (id === null) await list.readAgain();
      else {
        list.noteWritten(id);
        list.show((subUsers) => [
          ...subUsers.filter((each) => each.id !== id),
          createdSubUser(id, wanted, now()),
        ]);
      }
      return succeeded(end.value);
    },

    async updateSubUser({ id, changes, seen }) {
      if (changes.status === 'disabled' && list.isMainUser(id)) return failed({ kind: 'main-user' });
      if (seen !== null) {
        const listed = await list.readAgain();
        const current = !listed.ok ? undefined : listed.value.find((subUser) => subUser.id === id);
        if (current !== undefined && !sameState(current, seen)) {
          return failed({ kind: 'changed-on-server', now: current });
        }
      }
      const { limit: before = null, username = '' } = list.known(id) ?? {};
      const end = await sendWrite(session, (who) => client.updateSubUser(who, id, changes));
      if (end.kind === 'done') {
        list.noteWritten(id);
        list.show((all) => all.map((each) => (each.id === id ? changedSubUser(each, changes) : each)));
        return succeeded(null);
      }
      if (end.failure.kind === 'not-found') await forgetIfGone(id);
      return failedWrite(end, username, (listed) =>
        wasChanged(
          listed.find((each) => each.id === id),
          changes,
          before,
        ),
      );
    },

    async deleteSubUser({ id }) {
      if (list.isMainUser(id)) return failed({ kind: 'main-user' });
      const { listed: wasListed = false, username = '' } = list.known(id) ?? {};
      const end = await sendWrite(session, (who) => client.deleteSubUser(who, id));
      if (end.kind === 'done') {
        forget(id);
        return succeeded(null);
      }
      // Another client deleted it first.
      if (end.failure.kind === 'not-found' && (await forgetIfGone(id))) return succeeded(null);
      const forgetDone = (done: WriteCheck['done']) => {
        if (done === 'yes') forget(id);
      };
      const outcome = await failedWrite(
        end,
        username,
        (listed) => {
          if (listed.some((each) => each.id === id)) return 'no';
          return wasListed ? 'yes' : 'unknown';
        },
        forgetDone,
      );
      if (outcome.failure.kind === 'unclear-write') forgetDone(outcome.failure.done);
      return outcome;
    },

    async dismissCheck({ check }) {
      late.dismiss(check);
      return succeeded(null);
    },
  } satisfies CommandHandlers<unknown, Names>;
}

/**
 * Returns whether a refused creation may have been carried out. A request that arrives twice (Chromium repeats one after 421,
 * a new token follows 401) is carried out first and then refused for its name, so the list has to be asked.
 */
export function mayBeRepeated({ kind, failure }: Failed): boolean {
  return kind === 'refused' && failure.kind === 'rejected';
}
