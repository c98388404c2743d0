import { join } from 'node:path';
import type { LogEvent } from '../contract/log-event.ts';
import { readSettings, type Settings, settingsMigrations } from '../contract/settings.ts';
import type { Kept, OddFile, StorageView } from '../contract/storage.ts';
import { type LogFolder, openLogFolder } from './log-folder.ts';
import { openReportFolder, type ReportFolder } from './report-folder.ts';
import { openStoredFile, type StoredFile, type Understood } from './stored-file.ts';
import { unkeptFile, unkeptFolder, unkeptLines } from './unkept.ts';
import { WriteQueue } from './write-queue.ts';

/** All that is kept on disk. Nothing in it throws: what cannot be written waits, and the view tells so. */
export type Storage = {
  settings: StoredFile<Settings>;
  vault: StoredFile<unknown>;
  rosters: StoredFile<unknown>;
  history: LogFolder;
  alerts: LogFolder;
  alertMemories: ReportFolder;
  targets: ReportFolder;
  log: LogFolder;
  view(): StorageView;
};

export type StorageParts = {
  profile: string;
  /** The demo keeps its settings alone. */
  demo: boolean;
  now: () => number;
  after: (delayMs: number, run: () => void) => () => void;
  /** How a file of one value is replaced: by electron-store, but in a test that wants it to fail. */
  replace: (folder: string, name: string, value: Record<string, unknown>) => void;
  /** How the rooms that own a file read it. */
  readVault: (stored: unknown) => Understood<unknown> | null;
  readRosters: (stored: unknown) => Understood<unknown> | null;
  /** Something about the files changed since they were opened. */
  onChange: (view: StorageView, event: StorageEvent) => void;
};

type StorageEvent = Extract<LogEvent, { kind: 'odd-file' | 'storage' }>;

/** The first builds wrote no version number; nothing in the others was changed since. */
const sinceUnnumbered = [(unnumbered: unknown) => unnumbered];

/** Opens all files of a profile, a folder or file of its own for each kind: 0600 in 0700. */
export function openStorage(parts: StorageParts): Storage {
  const { profile, demo, now, after, replace, readVault, readRosters, onChange } = parts;
  const queue = new WriteQueue(after);
  const oddFiles: OddFile[] = [];
  let opened = false;

  const view = (): StorageView => ({ odd: [...oddFiles], failing: queue.failing });
  function odd(file: OddFile): void {
    const at = oddFiles.findIndex(({ what }) => what === file.what);
    oddFiles.splice(at === -1 ? oddFiles.length : at, 1, file);
    if (opened) onChange(view(), { kind: 'odd-file', file });
  }
  const lines = (name: string, what: Kept) => openLogFolder(join(profile, name), what, queue);
  const stored = { folder: profile, queue, replace, now, odd };

  const files = {
    settings: openStoredFile({
      ...stored,
      format: {
        what: 'settings',
        name: 'settings',
        migrations: settingsMigrations,
        understand: readSettings,
      },
    }),
    vault: openStoredFile({
      ...stored,
      format: { what: 'sign-in', name: 'vault', migrations: sinceUnnumbered, understand: readVault },
    }),
    log: lines('log', 'log'),
    ...(demo
      ? unkept()
      : {
          rosters: openStoredFile({
            ...stored,
            format: {
              what: 'sub-users',
              name: 'sub-users',
              migrations: sinceUnnumbered,
              understand: readRosters,
            },
          }),
          history: lines('history', 'history'),
          alerts: lines('alerts', 'alerts'),
          alertMemories: openReportFolder({
            folder: join(profile, 'alerts-told'),
            what: 'alert-memory',
            queue,
            odd: { now, tell: odd },
          }),
          targets: openReportFolder({ folder: join(profile, 'targets'), what: 'targets', queue }),
        }),
  };
  queue.onChange = (failing) => onChange(view(), { kind: 'storage', failing });
  opened = true;
  return { ...files, view };
}

function unkept() {
  return {
    rosters: unkeptFile<unknown>(),
    history: unkeptLines(),
    alerts: unkeptLines(),
    alertMemories: unkeptFolder(),
    targets: unkeptFolder(),
  };
}
