import type { KeptSecrets } from '../account/kept-secrets.ts';
import type { Session } from '../account/session.ts';
import type { AccountId } from '../contract/account.ts';
import type { CommandHandlers } from '../contract/commands.ts';
import { failed, succeeded } from '../contract/failure.ts';
import { Secret } from '../oxylabs/secret.ts';
import type { Poller } from './refresh/poller.ts';
import type { ChangeSettings } from './settings.ts';
import { type AppStore, accountState, currentAccountId, forgetAccount } from './state.ts';

export type AccountActionParts = {
  store: AppStore;
  session: Session;
  poller: Pick<Poller, 'refreshNow'>;
  changeSettings: ChangeSettings;
  secrets: readonly Pick<KeptSecrets, 'applyKeepWithoutKeyring'>[];
  /** Erases all files of an account but its secret. */
  forgetFiles: (accountId: AccountId) => void;
};

type Names = 'refresh' | 'signIn' | 'retrySignIn' | 'signOut' | 'forgetAccount' | 'changeSettings';

/**
 * Creates the handlers of commands about the account and the settings. Each change comes back to the windows as a new
 * snapshot.
 */
export function createAccountActions({
  store,
  session,
  poller,
  changeSettings,
  secrets,
  forgetFiles,
}: AccountActionParts) {
  return {
    async refresh() {
      await poller.refreshNow();
      const state = store.getState();
      const { problem } = accountState(state, currentAccountId(state));
      return problem === null ? succeeded(null) : failed(problem);
    },
    signIn: ({ username, password }) => session.signIn(username, new Secret(password)),
    retrySignIn: () => session.retryRefused(),
    async signOut() {
      const accountId = currentAccountId(store.getState());
      session.signOut();
      if (accountId !== null) forgetAccount(store, accountId);
      return succeeded(null);
    },
    async forgetAccount({ accountId }) {
      if (currentAccountId(store.getState()) !== accountId) return failed({ kind: 'not-found' });
      session.signOut();
      forgetAccount(store, accountId);
      forgetFiles(accountId);
      return succeeded(null);
    },
    async changeSettings(change) {
      const { keepWithoutKeyring } = store.getState().settings;
      changeSettings(change);
      if (store.getState().settings.keepWithoutKeyring !== keepWithoutKeyring) {
        for (const each of secrets) await each.applyKeepWithoutKeyring();
        await session.applyKeepWithoutKeyring();
      }
      return succeeded(null);
    },
  } satisfies CommandHandlers<unknown, Names>;
}
