import type { CommandHandlers } from '../contract/commands.ts';
import { succeeded } from '../contract/failure.ts';
import type { Target } from '../contract/navigation.ts';
import type { AppStore } from './state.ts';

/**
 * Creates the function that brings the manager to the front, at the target if there is one. Each request has a number, so
 * that the same place can be requested twice.
 */
export function createNavigation(store: AppStore, showManager: () => void) {
  let nonce = 0;
  return {
    navigate(target: Target | null): void {
      if (target !== null) {
        nonce += 1;
        store.setState({ navigation: { nonce, target } });
      }
      showManager();
    },
    actions: {
      async navigationTaken({ nonce: taken }) {
        if (store.getState().navigation?.nonce === taken) store.setState({ navigation: null });
        return succeeded(null);
      },
    } satisfies CommandHandlers<unknown, 'navigationTaken'>,
  };
}
