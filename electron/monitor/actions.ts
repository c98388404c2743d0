import type { Session } from '../account/session.ts';
import type { AccountId } from '../contract/account.ts';
import type { AlertSettings } from '../contract/alert-settings.ts';
import type { CommandHandlers } from '../contract/commands.ts';
import { failed, succeeded } from '../contract/failure.ts';
import type { Settings, SettingsChange } from '../contract/settings.ts';
import { Secret } from '../oxylabs/secret.ts';
import type { Poller } from './poller.ts';
import { type AppStore, accountState, currentAccountId, forgetAccount } from './state.ts';

export type ActionParts = {
  store: AppStore;
  session: Session;
  poller: Pick<Poller, 'refreshNow'>;
  saveSettings: (settings: Settings) => void;
  /** Erases what is kept of an account besides its secret. */
  forgetFiles: (accountId: AccountId) => void;
};

type ActionNames = 'refresh' | 'signIn' | 'signOut' | 'forgetAccount' | 'changeSettings';

/** The commands that change the account or the settings. Each change comes back to the windows as a new snapshot. */
export function createActions({ store, session, poller, saveSettings, forgetFiles }: ActionParts) {
  return {
    async refresh() {
      await poller.refreshNow();
      const state = store.getState();
      const { problem } = accountState(state, currentAccountId(state));
      return problem === null ? succeeded(null) : { ok: false, failure: problem };
    },
    signIn: ({ username, password }) => session.signIn(username, new Secret(password)),
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
      const { settings } = store.getState();
      const changed: Settings = {
        refreshIntervalMinutes: change.refreshIntervalMinutes ?? settings.refreshIntervalMinutes,
        keepWithoutKeyring: change.keepWithoutKeyring ?? settings.keepWithoutKeyring,
        planGb: change.planGb === undefined ? settings.planGb : change.planGb,
        planRenewsOn: change.planRenewsOn === undefined ? settings.planRenewsOn : change.planRenewsOn,
        pricePerGb: change.pricePerGb === undefined ? settings.pricePerGb : change.pricePerGb,
        currency: change.currency ?? settings.currency,
        subUserView: change.subUserView ?? settings.subUserView,
        alerts: withChange(settings.alerts, change.alerts),
        fullNamesInLog: change.fullNamesInLog ?? settings.fullNamesInLog,
      };
      saveSettings(changed);
      store.setState({ settings: changed });
      if (changed.keepWithoutKeyring !== settings.keepWithoutKeyring) await session.applyKeepWithoutKeyring();
      return succeeded(null);
    },
  } satisfies CommandHandlers<unknown, ActionNames>;
}

/** The alert settings with those that were named; null is a value of some of them. */
function withChange(alerts: AlertSettings, change: SettingsChange['alerts']): AlertSettings {
  const named = Object.entries(change ?? {}).filter(([, value]) => value !== undefined);
  return { ...alerts, ...Object.fromEntries(named) };
}
