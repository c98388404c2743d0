import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AccountId, SessionView } from '../contract/account.ts';
import type { AlertsView } from '../contract/alert.ts';
import type { ApiFailure } from '../contract/failure.ts';
import type { Focus } from '../contract/focus.ts';
import type { JobView } from '../contract/job.ts';
import type { Outlook, PlanCycle } from '../contract/outlook.ts';
import type { Settings } from '../contract/settings.ts';
import type { EnvironmentView } from '../contract/snapshot.ts';
import type { SubUserList } from '../contract/sub-user.ts';
import type { MonthDays, MonthTotal } from '../contract/usage.ts';

/** A figure with the time at which it was read, in epoch milliseconds. */
export type Reading<Value> = { readonly value: Value; readonly readAt: number };

/** What is known of one account. Kept by account from the first day: several may follow. */
export type AccountState = {
  readonly month: Reading<MonthTotal> | null;
  readonly subUsers: Reading<SubUserList> | null;
  readonly monthDays: MonthDays | null;
  readonly outlook: Outlook | null;
  readonly alerts: AlertsView;
  /** Null where the plan's cycle is not in the settings. */
  readonly cycle: PlanCycle | null;
  /** The cycle as it was last read from all sub-users. */
  readonly cycleRead: PlanCycle | null;
  readonly refreshing: boolean;
  readonly problem: ApiFailure | null;
  readonly stale: boolean;
  readonly nextRefreshAt: number | null;
};

/** The one truth. Tray, notifier and windows look at it; only the rooms of `monitor` change it. */
export type AppState = {
  readonly session: SessionView;
  readonly accounts: Readonly<Record<AccountId, AccountState>>;
  /** What takes many requests: one at a time. */
  readonly job: JobView | null;
  /** What the manager is asked to show; null once it does. */
  readonly focus: Focus | null;
  readonly settings: Settings;
  readonly environment: EnvironmentView;
  readonly online: boolean;
  readonly awake: boolean;
};

export type AppStore = StoreApi<AppState>;

export const unreadAccount: AccountState = {
  month: null,
  subUsers: null,
  monthDays: null,
  outlook: null,
  alerts: { alerts: [], total: 0 },
  cycle: null,
  cycleRead: null,
  refreshing: false,
  problem: null,
  stale: false,
  nextRefreshAt: null,
};

export function createAppStore(initial: { settings: Settings; environment: EnvironmentView }): AppStore {
  return createStore<AppState>()(() => ({
    ...initial,
    session: { kind: 'restoring' },
    accounts: {},
    job: null,
    focus: null,
    online: true,
    awake: true,
  }));
}

/** The account in use; null when nobody is signed in. */
export function currentAccountId({ session }: AppState): AccountId | null {
  return session.kind === 'signed-in' ? session.accountId : null;
}

/** What is known of an account, or that nothing is. */
export function accountState(state: AppState, id: AccountId | null): AccountState {
  return (id === null ? undefined : state.accounts[id]) ?? unreadAccount;
}

/** Changes one account and leaves the others as they are. */
export function updateAccount(store: AppStore, id: AccountId, change: Partial<AccountState>): void {
  store.setState((state) => ({
    accounts: { ...state.accounts, [id]: { ...accountState(state, id), ...change } },
  }));
}

/** Changes what is known of the run and of the machine; what is the same is no change. */
export function updateEnvironment(store: AppStore, change: Partial<EnvironmentView>): void {
  const { environment } = store.getState();
  const news = (Object.keys(change) as (keyof EnvironmentView)[]).some(
    (key) => environment[key] !== change[key],
  );
  if (news) store.setState({ environment: { ...environment, ...change } });
}

/** Drops all that is known of an account. */
export function forgetAccount(store: AppStore, id: AccountId): void {
  store.setState(({ accounts: { [id]: _forgotten, ...others } }) => ({ accounts: others }));
}
