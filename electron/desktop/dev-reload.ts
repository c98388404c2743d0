import { watch } from 'node:fs';
import { app, BrowserWindow } from 'electron';

/** A build writes many files: one reload for all of them. */
const settleMs = 150;

/** Under `npm run dev` the windows reload when their pages were built anew. */
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
