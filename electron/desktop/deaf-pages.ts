import { BrowserWindow, type WebContents } from 'electron';

const patienceMs = 3_000;

/** Ends the process of each page that does not answer, upon which the page is loaded again. */
export async function endDeafPages(): Promise<void> {
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
