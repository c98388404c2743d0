import { bridge } from '../../state/bridge.ts';

/** Shows another account. Main loads this page again for it, so there is nothing to do with the answer. */
export function showAccount(key: string): void {
  void bridge.command('showAccount', { key });
}

/** Opens the sign-in of another account. */
export function addAccount(): void {
  void bridge.command('addAccount', null);
}
