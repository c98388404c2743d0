import { accessSync, constants, existsSync } from 'node:fs';
import electron from 'electron';
import Store from 'electron-store';

/**
 * Replaces `NAME.json` in a folder atomically with electron-store: a temporary file (0600), flushed and renamed. Throws if
 * that fails, and leaves the old file intact.
 */
export function replaceJson(folder: string, name: string, value: Record<string, unknown>): void {
  // The library repeats a refused write for a second, in a loop that blocks the process: many at a time hung it for 20 s.
  if (existsSync(folder)) accessSync(folder, constants.W_OK);
  const store = new Store<Record<string, unknown>>({
    cwd: folder,
    name,
    configFileMode: 0o600,
    serialize: JSON.stringify,
    // The library reads the old file first. One that was damaged while the app ran would refuse every later write.
    clearInvalidConfig: true,
  });
  // The library opens a channel that gives every window the files' paths. Our windows do not need it.
  electron.ipcMain?.removeAllListeners('electron-store-get-data');
  store.store = value;
}
