import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readVault } from '../../electron/account/vault.ts';
import type { StorageView } from '../../electron/contract/storage.ts';
import { replaceJson } from '../../electron/desktop/json-store.ts';
import { openStorage, type Storage } from '../../electron/desktop/storage.ts';
import { readRosters } from '../../electron/monitor/roster-file.ts';
import { FakeClock } from './fake-clock.ts';

export type Opened = Storage & { clock: FakeClock; told: StorageView[] };

const folders: string[] = [];

/** A profile's folder that is not there yet. */
export function profileFolder(): string {
  const parent = mkdtempSync(join(tmpdir(), 'oxygauge-storage-'));
  folders.push(parent);
  return join(parent, 'profile');
}

export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** The files of a profile as main opens them, with a clock of the test's. */
export function openFiles(profile: string, clock = new FakeClock(), replace = replaceJson): Opened {
  const told: StorageView[] = [];
  const storage = openStorage({
    profile,
    demo: false,
    now: clock.now,
    after: clock.after,
    replace,
    readVault,
    readRosters,
    onChange: (view) => told.push(view),
  });
  return { ...storage, clock, told };
}
