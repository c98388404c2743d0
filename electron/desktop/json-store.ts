import electron from 'electron';
import Store from 'electron-store';

/**
 * Replaces `NAME.json` in a folder, whole or not at all, by electron-store: a temporary file, flushed and renamed. 0600. Throws
 * where that fails, and then the old file is as it was.
 */
export function replaceJson(folder: string, name: string, value: Record<string, unknown>): void {
  const store = new Store<Record<string, unknown>>({
    cwd: folder,
    name,
    configFileMode: 0o600,
    serialize: JSON.stringify,
  });
  // The library opens a channel to every window that tells where the files are. Ours have no use for it.
  electron.ipcMain?.removeAllListeners('electron-store-get-data');
  store.store = value;
}
