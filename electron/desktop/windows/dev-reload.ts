import { watch } from 'node:fs';
import { app, BrowserWindow } from 'electron';

/** A build writes many files, so all of them cause one reload. */
const settleMs = 150;

/** Reloads the windows when their pages were rebuilt, under `npm run dev`. */
export function watchPages(folder: string): void {
  if (app.isPackaged || process.env.OXYGAUGE_DEV !== '1') return;
  let pending: NodeJS.Timeout | null = null;
  watch(folder, { recursive: true }, () => {
    if (pending !== null) clearTimeout(pending);
    pending = setTimeout(() => {
      for (const window of BrowserWindow.getAllWindows()) window.webContents.reloadIgnoringCache();
    }, settleMs);
  });
}
