import { BrowserWindow, type WebContents } from 'electron';

const patienceMs = 3_000;

/** Ends the process of each page that does not respond, so that the page is loaded again. */
export async function endUnresponsivePages(): Promise<void> {
  for (const { webContents } of BrowserWindow.getAllWindows()) {
    if (!(await answers(webContents)) && !webContents.isDestroyed()) webContents.forcefullyCrashRenderer();
  }
}

function answers(page: WebContents): Promise<boolean> {
  return Promise.race([
    page.executeJavaScript('true').then(
      () => true,
      () => false,
    ),
    new Promise<boolean>((late) => setTimeout(() => late(false), patienceMs)),
  ]);
}
