import { join } from 'node:path';
import { readSettings, type Settings } from '../contract/settings.ts';
import { settingsMigrations } from '../contract/settings-migrations.ts';
import type { FileKind, StorageView, UnreadableFile } from '../contract/storage.ts';
import { type AccountListed, accountListFormat } from './account-list-file.ts';
import type { JsonFiles, LinesFiles, ValueFile } from './files.ts';
import { inMemoryFiles, inMemoryValue } from './in-memory.ts';
import { openJsonFolder } from './json-folder.ts';
import { type LinesFolderOptions, openLinesFolder } from './lines-folder.ts';
import type { LogEvent } from './log-event.ts';
import { markStart, type StartMarker } from './start-marker.ts';
import { openValueFile, type Understood } from './value-file.ts';
import { WriteQueue } from './write-queue.ts';

/** Holds the files of an account. No call throws: failed writes are queued and retried, and the view reports them. */
export type Storage = AppFiles & {
  settings: ValueFile<Settings>;
  vault: ValueFile<unknown>;
  rosters: ValueFile<unknown>;
  history: LinesFiles;
  alerts: LinesFiles;
  alertMemories: JsonFiles;
  targets: JsonFiles;
  /** Guard's journal. */
  guard: LinesFiles;
  /** What the last job of each account was ordered to do. */
  jobs: JsonFiles;
  /** What the last job of each account has done, a line for each step. */
  jobSteps: LinesFiles;
  /** The passwords of the last job, encrypted by the account room. */
  passwords: JsonFiles;
  /** Those that the user keeps, encrypted likewise. */
  subUserPasswords: JsonFiles;
  channels: JsonFiles;
  /** What waits for the channels of an account, and what became of it. */
  channelEvents: LinesFiles;
  /** The addresses of channels, encrypted likewise. */
  channelSecrets: JsonFiles;
  /** Writes nothing from now on: the account is being removed. */
  close(): void;
  view(): StorageView;
  /** Calls back with the problems that are known, and then at each change. There is one listener. */
  subscribe(listener: StorageListener): void;
};

/** Holds the files that all accounts share. They are in the profile's own folder, beside those of the first account. */
export type AppFiles = {
  log: LinesFiles;
  /** Counts the starts that do not come up, so that settings which cause it are set aside. */
  start: StartMarker;
  accounts: ValueFile<AccountListed>;
};

export type StorageListener = (view: StorageView, event: StorageEvent) => void;

export type StorageParts = {
  /** The profile; for a further account, its folder. */
  profile: string;
  /** Null for the first account, which opens them. */
  app?: AppFiles | null;
  /** The demo stores only its settings. */
  demo: boolean;
  now: () => number;
  after: (delayMs: number, run: () => void) => () => void;
  /** Replaces a file of one value: electron-store, except in tests of its failure. */
  replace: (folder: string, name: string, value: Record<string, unknown>) => void;
  /** Parsers supplied by the rooms that own the files. */
  readVault: (stored: unknown) => Understood<unknown> | null;
  readRosters: (stored: unknown) => Understood<unknown> | null;
};

type StorageEvent = Extract<LogEvent, { kind: 'unreadable-file' | 'storage' }>;

/** The 10,000 lines that the alert log may have are below 5 MB; a million lines blocked a start for 17 s. */
const mostAlertBytes = 8 * 1024 * 1024;
const mostLogBytes = 1024 * 1024;

/** The first builds wrote no version number, and the formats have not changed since. */
const sinceUnnumbered = [(unnumbered: unknown) => unnumbered];

/** Opens all files of an account, with a folder or a file for each kind: 0600 in 0700. */
export function openStorage(parts: StorageParts): Storage {
  const { profile, app = null, demo, now, after, replace, readVault, readRosters } = parts;
  const queue = new WriteQueue(after);
  const unreadableFiles: UnreadableFile[] = [];
  let listener: StorageListener = () => {};

  const view = (): StorageView => ({ unreadable: [...unreadableFiles], failing: queue.failing });
  function onUnreadable(file: UnreadableFile): void {
    const at = unreadableFiles.findIndex(({ what }) => what === file.what);
    unreadableFiles.splice(at === -1 ? unreadableFiles.length : at, 1, file);
    listener(view(), { kind: 'unreadable-file', file });
  }
  const lines = (name: string, what: FileKind, options: LinesFolderOptions = {}) =>
    openLinesFolder(join(profile, name), what, queue, { now, onUnreadable, ...options });
  // Before the settings are read, which it may set aside.
  const start = app?.start ?? markStart(profile, now, onUnreadable);
  const stored = { folder: profile, queue, replace, now, onUnreadable };

  const appFiles = (): AppFiles => ({
    log: lines('log', 'log', { mostBytes: mostLogBytes }),
    start,
    accounts: demo ? inMemoryValue() : openValueFile({ ...stored, format: accountListFormat }),
  });

  const files = {
    settings: openValueFile({
      ...stored,
      format: {
        what: 'settings',
        name: 'settings',
        migrations: settingsMigrations,
        understand: readSettings,
      },
    }),
    vault: openValueFile({
      ...stored,
      format: { what: 'sign-in', name: 'vault', migrations: sinceUnnumbered, understand: readVault },
    }),
    ...(app === null ? appFiles() : onlyAppFiles(app)),
    ...(demo
      ? inMemoryFiles()
      : {
          rosters: openValueFile({
            ...stored,
            format: {
              what: 'sub-users',
              name: 'sub-users',
              migrations: sinceUnnumbered,
              understand: readRosters,
            },
          }),
          history: lines('history', 'history', { flush: true }),
          alerts: lines('alerts', 'alerts', { flush: true, mostBytes: mostAlertBytes }),
          alertMemories: openJsonFolder({
            // The first builds named it so; under another name, existing profiles would repeat their alerts.
            folder: join(profile, 'alerts-told'),
            what: 'alert-memory',
            queue,
            setAside: { now, onUnreadable },
          }),
          targets: openJsonFolder({ folder: join(profile, 'targets'), what: 'targets', queue }),
          guard: lines('guard', 'guard', { flush: true }),
          jobs: openJsonFolder({
            folder: join(profile, 'jobs'),
            what: 'jobs',
            queue,
            setAside: { now, onUnreadable },
          }),
          jobSteps: lines('job-steps', 'jobs', { flush: true }),
          passwords: openJsonFolder({ folder: join(profile, 'passwords'), what: 'passwords', queue }),
          subUserPasswords: openJsonFolder({
            folder: join(profile, 'sub-user-passwords'),
            what: 'kept-passwords',
            queue,
          }),
          channels: openJsonFolder({
            folder: join(profile, 'channels'),
            what: 'channels',
            queue,
            setAside: { now, onUnreadable },
          }),
          channelEvents: lines('channel-events', 'channels', { flush: true }),
          channelSecrets: openJsonFolder({
            folder: join(profile, 'channel-secrets'),
            what: 'channels',
            queue,
          }),
        }),
  };
  queue.onChange = (failing) => listener(view(), { kind: 'storage', failing });

  function subscribe(next: StorageListener): void {
    listener = next;
    for (const file of [...unreadableFiles]) next(view(), { kind: 'unreadable-file', file });
    const { failing } = queue;
    if (failing !== null) next(view(), { kind: 'storage', failing });
  }
  return { ...files, close: () => queue.close(), view, subscribe };
}

/** Leaves out what else the value has: the files of the first account must not become those of another. */
function onlyAppFiles({ log, start, accounts }: AppFiles): AppFiles {
  return { log, start, accounts };
}
