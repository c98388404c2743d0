import type { Monitor } from '../monitor.ts';
import { accountState, currentAccountId } from '../state.ts';
import type { Accounts } from './accounts.ts';

/** Returns the account that has a sub-user of this name: the one in view, another one, or that in view where none has. */
export function accountOfName(accounts: Pick<Accounts, 'shown' | 'listed'>, username: string): Monitor {
  const { monitor } = accounts.shown();
  const all = [monitor, ...accounts.listed().map((each) => each.monitor)];
  return all.find((each) => hasSubUser(each, username)) ?? monitor;
}

function hasSubUser({ store }: Monitor, username: string): boolean {
  const state = store.getState();
  const list = accountState(state, currentAccountId(state)).subUsers?.value.subUsers ?? [];
  return list.some((subUser) => subUser.username === username);
}
