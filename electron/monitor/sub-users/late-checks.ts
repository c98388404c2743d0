import type { WriteCheck } from '../../contract/failure.ts';
import type { SubUser } from '../../contract/sub-user.ts';
import { type AppStore, accountState, currentAccountId, updateAccount } from '../state.ts';
import type { Listed } from './newest-list.ts';
import type { SubUserListAccess } from './sub-user-list.ts';

export type WasDone = (listed: readonly SubUser[]) => Exclude<WriteCheck['done'], 'checking'>;

export type LateChecks = {
  /** Checks a write in the background, and returns the id under which the state has the last word. */
  begin(wasDone: WasDone, onEnd: (done: WriteCheck['done']) => void): string;
};

type Parts = { store: AppStore; list: Pick<SubUserListAccess, 'settleLate'>; newId: () => string };

/** No form waits for more. */
const mostChecks = 20;

/** Looks at the list for two more minutes after a write that it does not show, in case that the server is late. */
export function createLateChecks({ store, list, newId }: Parts): LateChecks {
  return {
    begin(wasDone, onEnd) {
      const id = newId();
      const accountId = currentAccountId(store.getState());
      function note(done: WriteCheck['done']): void {
        if (accountId === null || currentAccountId(store.getState()) !== accountId) return;
        const others = accountState(store.getState(), accountId).checks.filter((each) => each.id !== id);
        updateAccount(store, accountId, { checks: [{ id, done }, ...others].slice(0, mostChecks) });
      }
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
  };
}

function lastWord(listed: Listed | null, wasDone: WasDone): WriteCheck['done'] {
  return listed?.ok ? wasDone(listed.value) : 'unknown';
}
