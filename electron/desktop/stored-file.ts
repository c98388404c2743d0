import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Store from 'electron-store';

/** One value in a file of its own: 0600 in a 0700 folder, replaced whole or not at all. */
export type StoredFile = {
  read(): unknown;
  write(value: unknown): void;
  /** Where a file that could not be read was set aside; null where all was well. */
  setAside: string | null;
};

/** Opens `NAME.json` in `folder`. A file that is not JSON is set aside with its time, never destroyed. */
export function openStoredFile(folder: string, name: string, now: () => number): StoredFile {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  sweepTemporaries(folder, name);
  const file = join(folder, `${name}.json`);
  let setAside: string | null = null;
  let store: Store<{ value: unknown }>;
  try {
    store = open(folder, name);
  } catch {
    setAside = join(folder, `${name}.unreadable-${new Date(now()).toISOString().replaceAll(':', '-')}.json`);
    renameSync(file, setAside);
    store = open(folder, name);
  }
  if (existsSync(file)) chmodSync(file, 0o600);
  return {
    read: () => store.get('value', null),
    write: (value) => store.set('value', value),
    setAside,
  };
}

function open(folder: string, name: string): Store<{ value: unknown }> {
  return new Store<{ value: unknown }>({
    cwd: folder,
    name,
    configFileMode: 0o600,
    serialize: JSON.stringify,
  });
}

/** A kill in the middle of a write leaves the temporary file of the atomic replace behind. */
function sweepTemporaries(folder: string, name: string): void {
  for (const entry of readdirSync(folder)) {
    if (entry.startsWith(`${name}.json.tmp-`)) rmSync(join(folder, entry), { force: true });
  }
}
