import type { AccountId } from '../../contract/account.ts';
import { accountName } from '../../contract/account-sum.ts';
import { type AccountKey, firstAccount } from '../../contract/accounts.ts';
import { defaultSettings } from '../../contract/settings.ts';
import type { EnvironmentView, SnapshotChange } from '../../contract/snapshot.ts';
import { openAccountList } from '../../storage/account-list-file.ts';
import type { Storage } from '../../storage/storage.ts';
import { sameItems } from '../../usage/roster.ts';
import type { Monitor } from '../monitor.ts';
import { type AppState, updateEnvironment } from '../state.ts';
import { openAccountBook } from './account-book.ts';
import { createAccountRows } from './account-row.ts';
import type { AmongAccounts } from './among-accounts.ts';

/** An account whose files are open. `start` signs in. */
export type OpenAccount = {
  monitor: Monitor;
  storage: Pick<Storage, 'accounts' | 'start' | 'view' | 'close'>;
  start: () => Promise<void>;
};

export type AccountsParts<Opened extends OpenAccount> = {
  /** The first account is opened before all others. */
  open: (among: AmongAccounts) => Opened;
  /** Returns the keys of the further accounts that have files, and removes those of one. */
  folders: () => string[];
  erase: (key: AccountKey) => void;
  now: () => number;
  afterTurn: (run: () => void) => void;
  /** Returns whether the windows can show another account without a loss. */
  mayLeave: () => boolean;
};

export type Accounts = ReturnType<typeof openAccounts>;
type ChangeListener = (key: AccountKey, change: SnapshotChange) => void;

/**
 * Opens the accounts of a profile. Each has a monitor and files that it shares with no other, so that none holds up another
 * or mixes with it; the windows show one at a time.
 */
export function openAccounts<Opened extends OpenAccount>(parts: AccountsParts<Opened>) {
  const { open, folders, erase, now, afterTurn, mayLeave } = parts;
  const opened = new Map<AccountKey, Opened>();
  const changeListeners = new Set<ChangeListener>();
  const stateListeners = new Set<() => void>();
  const shownListeners = new Set<() => void>();
  const rowOf = createAccountRows(now);
  const first = open(amongOthers(firstAccount));
  const book = openAccountBook(openAccountList(first.storage.accounts, folders));
  let due = false;

  function amongOthers(key: AccountKey): AmongAccounts {
    return {
      key,
      title: () => (book.entries().length > 1 ? titleOf(key) : null),
      show: () => void show(key),
      isAdded: (accountId) => [...opened].some(([other, each]) => other !== key && hasId(each, accountId)),
      turn: () => turnOf(key),
    };
  }

  function titleOf(key: AccountKey): string | null {
    const name = book.entries().find((each) => each.key === key)?.name ?? '';
    const session = opened.get(key)?.monitor.store.getState().session;
    const username = session === undefined || session.kind === 'restoring' ? null : session.username;
    return accountName({ name, username });
  }

  function turnOf(key: AccountKey): number | null {
    const entries = book.entries();
    const index = entries.findIndex((each) => each.key === key);
    return entries.length < 2 || index === -1 ? null : index / entries.length;
  }

  function follow(key: AccountKey, { monitor }: Opened): void {
    monitor.store.subscribe((state, before) => {
      if (state.session !== before.session && state.session.kind === 'signed-in') book.list(key);
      if (key === firstAccount && state.releases !== before.releases) setAll({ releases: state.releases });
      publishSoon();
    });
    monitor.publisher.subscribe((change) => {
      for (const listener of changeListeners) listener(key, change);
    });
  }

  function openOne(key: AccountKey): Opened {
    const account = key === firstAccount ? first : open(amongOthers(key));
    opened.set(key, account);
    follow(key, account);
    return account;
  }

  function publishSoon(): void {
    if (due) return;
    due = true;
    afterTurn(() => {
      due = false;
      publish();
    });
  }

  /** Describes all accounts to the windows of each. */
  function publish(): void {
    const rows = book.entries().flatMap((entry) => {
      const monitor = opened.get(entry.key)?.monitor;
      return monitor === undefined ? [] : [rowOf(entry, monitor.store.getState())];
    });
    for (const [key, { monitor }] of opened) {
      const { accountList } = monitor.store.getState();
      if (accountList.shown !== key || !sameItems(accountList.rows, rows))
        monitor.store.setState({ accountList: { shown: key, rows } });
    }
    for (const listener of stateListeners) listener();
  }

  function shownNow(): Opened {
    return opened.get(book.shown()) ?? first;
  }

  function show(key: AccountKey): boolean {
    const left = book.shown();
    if (key === left) return true;
    if (!opened.has(key) || !mayLeave()) return false;
    book.show(key);
    // One that was never signed in has nothing to be kept.
    if (!book.isListed(left)) close(left);
    shownChanged();
    return true;
  }

  function shownChanged(): void {
    publishSoon();
    for (const listener of shownListeners) listener();
  }

  /** Ends an account and removes its files. The first holds the settings of the app, so it stays, signed out. */
  function close(key: AccountKey): void {
    if (key === firstAccount) {
      const { plan, alerts, refreshIntervalMinutes } = defaultSettings;
      first.monitor.changeSettings({ plan, alerts, refreshIntervalMinutes });
      return;
    }
    opened.get(key)?.monitor.stop();
    opened.get(key)?.storage.close();
    opened.delete(key);
    erase(key);
  }

  function setAll(change: Partial<Pick<AppState, 'online' | 'awake' | 'releases'>>): void {
    for (const { monitor } of opened.values()) monitor.store.setState(change);
  }

  openOne(firstAccount);
  for (const { key } of book.entries()) if (!opened.has(key)) openOne(key);
  publish();

  return {
    /** The app's settings and environment are the first account's, which is always open. */
    first,
    shown: shownNow,
    shownKey: () => book.shown(),
    of: (key: AccountKey): Opened | null => opened.get(key) ?? null,
    all: (): Opened[] => [...opened.values()],
    /** Returns the accounts that the user has, in their order. */
    listed: () =>
      book.entries().flatMap((entry) => {
        const account = opened.get(entry.key);
        return account === undefined ? [] : [{ entry, ...account }];
      }),
    show,
    /** Opens another account and shows it, for its sign-in. Returns false if there are as many as there may be. */
    add(): boolean {
      if (book.isFull()) return false;
      const unlisted = [...opened.keys()].find((key) => !book.isListed(key));
      const key = unlisted ?? book.newKey();
      const account = opened.get(key) ?? openOne(key);
      if (unlisted === undefined) void account.start();
      return show(key);
    },
    /** Removes an account that is signed out, with its files. The last one stays. */
    remove(key: AccountKey): void {
      if (book.entries().length < 2) return;
      const isShown = book.shown() === key;
      book.unlist(key);
      close(key);
      if (isShown) shownChanged();
      else publishSoon();
    },
    label(...label: Parameters<typeof book.label>): void {
      book.label(...label);
      publishSoon();
    },
    /** Signs in to all, each by itself. Resolves once it is known for the one that is shown. */
    async start(): Promise<void> {
      const starts = new Map([...opened].map(([key, account]) => [key, account.start()]));
      await starts.get(book.shown());
    },
    /** Calls back with what each account publishes. */
    onChange(listener: ChangeListener): () => void {
      changeListeners.add(listener);
      return () => changeListeners.delete(listener);
    },
    /** Calls back after changes of any account. */
    onState(listener: () => void): () => void {
      stateListeners.add(listener);
      return () => stateListeners.delete(listener);
    },
    /** Calls back when the windows are to show another account. */
    onShown: (listener: () => void) => void shownListeners.add(listener),
    setAll,
    updateEnvironments(change: Partial<EnvironmentView>): void {
      for (const { monitor } of opened.values()) updateEnvironment(monitor.store, change);
    },
    stop(): void {
      for (const { monitor } of opened.values()) monitor.stop();
    },
  };
}

function hasId({ monitor }: OpenAccount, accountId: AccountId): boolean {
  const { session } = monitor.store.getState();
  return session.kind === 'signed-in' && session.accountId === accountId;
}
