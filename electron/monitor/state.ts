import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AccountId } from '../contract/account.ts';
import { firstAccount } from '../contract/accounts.ts';
import type { ApiFailure } from '../contract/failure.ts';
import type { PlanCycle } from '../contract/forecast.ts';
import type { Settings } from '../contract/settings.ts';
import type { EnvironmentView, SliceName, Snapshot } from '../contract/snapshot.ts';
import type { SubUser, SubUserList } from '../contract/sub-user.ts';
import type { MonthTotal } from '../contract/usage.ts';

/** Holds a figure with the time at which it was read (epoch milliseconds). */
export type Reading<Value> = { readonly value: Value; readonly readAt: number };

/** The slices that are parts of the state. Naming one here is all that it takes to publish it. */
const runSlices = [
  'session',
  'job',
  'navigation',
  'settings',
  'environment',
  'releases',
  'accountList',
] as const satisfies SliceName[];
const accountSlices = [
  'monthDays',
  'accountDays',
  'outlook',
  'alerts',
  'channels',
  'cycle',
  'guard',
  'checks',
] as const satisfies SliceName[];
type RunSlices = Pick<Snapshot, (typeof runSlices)[number]>;
type AccountSlices = Pick<Snapshot, (typeof accountSlices)[number]>;

/** Holds what is known about one account. State is keyed by the API's id, which another user of the same sign-in form has. */
export type AccountState = Readonly<AccountSlices> & {
  readonly month: Reading<MonthTotal> | null;
  readonly subUsers: Reading<SubUserList> | null;
  /** The cycle as last read from all sub-users. */
  readonly cycleRead: PlanCycle | null;
  readonly refreshing: boolean;
  readonly problem: ApiFailure | null;
  readonly stale: boolean;
  readonly nextRefreshAt: number | null;
};

/** Holds the one truth. The tray, the notifier and the windows follow it, and only `monitor` changes it. */
export type AppState = Readonly<RunSlices> & {
  readonly accounts: Readonly<Record<AccountId, AccountState>>;
  readonly online: boolean;
  readonly awake: boolean;
};

export type AppStore = StoreApi<AppState>;

export const unreadAccount: AccountState = {
  month: null,
  subUsers: null,
  monthDays: null,
  accountDays: null,
  outlook: null,
  alerts: { alerts: [], total: 0, byCalendar: false },
  channels: [],
  cycle: null,
  guard: null,
  checks: [],
  cycleRead: null,
  refreshing: false,
  problem: null,
  stale: false,
  nextRefreshAt: null,
};

type InitialState = { settings: Settings; environment: EnvironmentView };

/** Creates the state. An exception of one of its listeners goes to `report`, and the others still run. */
export function createAppStore(initial: InitialState, report?: (error: unknown) => void): AppStore {
  const store = createStore<AppState>()(() => ({
    ...initial,
    session: { kind: 'restoring' },
    accounts: {},
    job: null,
    navigation: null,
    // Until `watchVersions` runs, which a build without a release key never does.
    releases: { unavailable: 'no-key', newer: null },
    // The rows are there once the accounts are open.
    accountList: { shown: firstAccount, rows: [] },
    online: true,
    awake: true,
  }));
  return report === undefined ? store : { ...store, subscribe: isolated(store.subscribe, report) };
}

/** One listener that threw kept those after it from running, and so the app from starting. */
function isolated(subscribe: AppStore['subscribe'], report: (error: unknown) => void): AppStore['subscribe'] {
  return (listener) =>
    subscribe((state, previous) => {
      try {
        listener(state, previous);
      } catch (error) {
        report(error);
      }
    });
}

/** Returns the account in use; null if the user is signed out. */
export function currentAccountId({ session }: AppState): AccountId | null {
  return session.kind === 'signed-in' ? session.accountId : null;
}

/** Returns what is known about an account, or an empty state. */
export function accountState(state: AppState, id: AccountId | null): AccountState {
  return (id === null ? undefined : state.accounts[id]) ?? unreadAccount;
}

/** Returns the slices that are parts of the state and of its account. */
export function heldSlices(state: AppState, account: AccountState): RunSlices & AccountSlices {
  return { ...fieldsOf(state, runSlices), ...fieldsOf(account, accountSlices) };
}

function fieldsOf<Whole, Name extends keyof Whole>(whole: Whole, names: readonly Name[]): Pick<Whole, Name> {
  return Object.fromEntries(names.map((name) => [name, whole[name]])) as Pick<Whole, Name>;
}

/** One index for each list: a job of thousands looks up each of its rows. */
const indexes = new WeakMap<readonly SubUser[], Map<number, SubUser>>();

/** Returns a sub-user of the account in use by its id. */
export function knownSubUser(state: AppState, id: number): SubUser | undefined {
  const subUsers = accountState(state, currentAccountId(state)).subUsers?.value.subUsers;
  if (subUsers === undefined) return undefined;
  const index = indexes.get(subUsers) ?? new Map(subUsers.map((each) => [each.id, each]));
  indexes.set(subUsers, index);
  return index.get(id);
}

/** Changes one account. */
export function updateAccount(store: AppStore, id: AccountId, change: Partial<AccountState>): void {
  store.setState((state) => ({
    accounts: { ...state.accounts, [id]: { ...accountState(state, id), ...change } },
  }));
}

/** Changes what is known about the run and the machine, if anything differs. */
export function updateEnvironment(store: AppStore, change: Partial<EnvironmentView>): void {
  const { environment } = store.getState();
  const news = (Object.keys(change) as (keyof EnvironmentView)[]).some(
    (key) => environment[key] !== change[key],
  );
  if (news) store.setState({ environment: { ...environment, ...change } });
}

/** Removes an account from the state. */
export function forgetAccount(store: AppStore, id: AccountId): void {
  store.setState(({ accounts: { [id]: _forgotten, ...others } }) => ({ accounts: others }));
}

/** Returns whether a restart of the app loses nothing that is in memory only: a sign-in for this run, or a task. */
export function restartLosesNothing({
  session,
  job,
  environment,
}: Pick<AppState, 'session' | 'job' | 'environment'>): boolean {
  const signInKept = session.kind !== 'signed-in' || session.remembered !== 'this-run' || environment.demo;
  return signInKept && job === null;
}

/** Returns whether new passwords of the last job would be lost at the app's end, because they are in memory alone. */
export function quitLosesPasswords({ job, environment, settings }: AppState): boolean {
  const stay = environment.keyring === 'available' || settings.keepWithoutKeyring;
  return (job?.unsavedPasswords ?? 0) > 0 && !stay;
}
