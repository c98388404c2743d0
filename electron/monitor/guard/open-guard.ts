import type { AccountId } from '../../contract/account.ts';
import { noGuard } from '../../contract/guard-view.ts';
import type { SubUser } from '../../contract/sub-user.ts';
import type { Evaluated } from '../alerts/alert-monitor.ts';
import type { CallObserver } from '../client-calls.ts';
import { accountState, currentAccountId, updateAccount } from '../state.ts';
import type { AccountGuard } from './account-guard.ts';
import { createGuardActions } from './guard-actions.ts';
import type { OpenGuardParts } from './guard-parts.ts';

/** Opens Guard of the account in use once there is a journal or a command about it: no other start loads it. */
export function openGuard(parts: OpenGuardParts) {
  const { store, files } = parts;
  let current: { accountId: AccountId; loading: Promise<AccountGuard> } | null = null;
  let opened: AccountGuard | null = null;

  function stop(): void {
    void current?.loading.then((guard) => guard.stop());
    opened?.stop();
    current = null;
    opened = null;
  }
  store.subscribe((state, previous) => {
    if (currentAccountId(state) !== currentAccountId(previous)) stop();
  });

  function opening(accountId: AccountId): Promise<AccountGuard> {
    if (current?.accountId === accountId) return current.loading;
    const loading = import('./account-guard.ts').then((module) => new module.AccountGuard(parts, accountId));
    current = { accountId, loading };
    return loading;
  }

  /** Returns Guard of the account in use; null if the user is signed out. */
  async function load(): Promise<AccountGuard | null> {
    const accountId = currentAccountId(store.getState());
    if (accountId === null) return null;
    const loading = opening(accountId);
    const guard = await loading;
    if (current?.loading !== loading) return null;
    opened = guard;
    return guard;
  }

  return {
    /** Loads Guard before the first refresh is evaluated, if there is a journal. */
    async begin(): Promise<void> {
      const accountId = currentAccountId(store.getState());
      if (accountId === null || opened !== null) return;
      if (files.names().some((name) => name.startsWith(`${accountId}_`))) await load();
      else if (current === null && accountState(store.getState(), accountId).guard === null)
        updateAccount(store, accountId, { guard: noGuard });
    },
    /** Looks at a refresh, even a failed one. */
    observe(evaluated: Evaluated | null): void {
      opened?.observe(evaluated);
    },
    /** Returns a row as its user wants it, without what Guard made of it. */
    asOwned: (row: SubUser): SubUser => opened?.asOwned(row) ?? row,
    /** Notes each write that Guard did not send. */
    notesYours: ((call) => {
      if (call.kind === 'update') opened?.noteYours(call.id);
      return () => {};
    }) satisfies CallObserver,
    forget(accountId: AccountId): void {
      for (const name of files.names()) if (name.startsWith(`${accountId}_`)) files.remove(name);
    },
    stop,
    actions: createGuardActions({ ...parts, load }),
  };
}
