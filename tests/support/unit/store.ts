import { defaultSettings } from '../../../electron/contract/settings.ts';
import { type AppStore, createAppStore } from '../../../electron/monitor/state.ts';
import { accountId, environment } from '../../../renderer/gallery/snapshot.ts';

export function storeSignedIn(): AppStore {
  const store = createAppStore({ settings: defaultSettings, environment });
  signInto(store);
  return store;
}

export function signInto(store: AppStore, id: string = accountId): void {
  store.setState({
    session: { kind: 'signed-in', username: 'demo_main', accountId: id, remembered: 'keyring' },
  });
}
