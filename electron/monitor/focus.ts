import type { FocusTarget } from '../contract/focus.ts';
import type { AppStore } from './state.ts';

/** Brings the manager to the front, at a place in it where one is named. Each time has a number, so that the same place can be asked for twice. */
export function createFocus(store: AppStore, showManager: () => void): (target: FocusTarget | null) => void {
  let nonce = 0;
  return (target) => {
    if (target !== null) {
      nonce += 1;
      store.setState({ focus: { nonce, target } });
    }
    showManager();
  };
}
