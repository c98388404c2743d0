import type { AccountId } from '../../contract/account.ts';
import type { WriteCheck } from '../../contract/failure.ts';
import type { SubUser } from '../../contract/sub-user.ts';
import { type AppStore, accountState, currentAccountId, updateAccount } from '../state.ts';
import type { Listed } from './newest-list.ts';
import type { SubUserListAccess } from './sub-user-list.ts';

export type WasDone = (listed: readonly SubUser[]) => Exclude<WriteCheck['done'], 'checking'>;

export type LateChecks = {
  /** Checks a write in the background, and returns the id under which the state has the last word. */
  begin(
    about: Pick<WriteCheck, 'username' | 'cause'>,
    wasDone: WasDone,
    onEnd: (done: WriteCheck['done']) => void,
  ): string;
  /** Removes a check from the state. */
  dismiss(id: string): void;
};

type Parts = { store: AppStore; list: Pick<SubUserListAccess, 'settleLate'>; newId: () => string };

/** More are not read. */
const mostChecks = 20;

/** Looks at the list for two more minutes after a write that it does not show, in case that the server is late. */
export function createLateChecks({ store, list, newId }: Parts): LateChecks {
  function change(accountId: AccountId | null, id: string, next: WriteCheck[]): void {
    if (accountId === null || currentAccountId(store.getState()) !== accountId) return;
    const others = accountState(store.getState(), accountId).checks.filter((each) => each.id !== id);
    updateAccount(store, accountId, { checks: [...next, ...others].slice(0, mostChecks) });
  }
  return {
    begin(about, wasDone, onEnd) {
      const id = newId();
      const accountId = currentAccountId(store.getState());
      const note = (done: WriteCheck['done']) => change(accountId, id, [{ id, ...about, done }]);
      note('checking');
      void list
        .settleLate((listed) => wasDone(listed) !== 'no')
        .then((listed) => {
          const done = lastWord(listed, wasDone);
          onEnd(done);
          note(done);
        });
      return id;
    },
    dismiss: (id) => change(currentAccountId(store.getState()), id, []),
  };
}

function lastWord(listed: Listed | null, wasDone: WasDone): WriteCheck['done'] {
  return listed?.ok ? wasDone(listed.value) : 'unknown';
}
