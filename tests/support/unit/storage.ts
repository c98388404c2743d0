import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readVault } from '../../../electron/account/vault.ts';
import type { StorageView } from '../../../electron/contract/storage.ts';
import { replaceJson } from '../../../electron/desktop/app/json-store.ts';
import { readRosters } from '../../../electron/monitor/sub-users/roster-file.ts';
import { openStorage, type Storage } from '../../../electron/storage/storage.ts';
import { FakeClock } from './fake-clock.ts';

export type Opened = Storage & { clock: FakeClock; reported: StorageView[] };

const folders: string[] = [];

/** Returns a profile folder that does not exist yet. */
export function profileFolder(): string {
  const parent = mkdtempSync(join(tmpdir(), 'oxygauge-storage-'));
  folders.push(parent);
  return join(parent, 'profile');
}

export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** Opens the files of a profile as main does, with the test's clock, for a start that came up. */
export function openFiles(profile: string, clock = new FakeClock(), replace = replaceJson): Opened {
  const opened = openInVain(profile, clock, replace);
  opened.start.cameUp();
  return opened;
}

/** Opens the files of a profile for a start that does not come up unless the test says so. */
export function openInVain(profile: string, clock = new FakeClock(), replace = replaceJson): Opened {
  const reported: StorageView[] = [];
  const storage = openStorage({
    profile,
    demo: false,
    now: clock.now,
    after: clock.after,
    replace,
    readVault,
    readRosters,
  });
  storage.subscribe((view) => reported.push(view));
  return { ...storage, clock, reported };
}
