import { type BrowserWindow, dialog } from 'electron';
import { whenHandlesFree } from './file-handles.ts';
import { ProcessGone } from './gone.ts';
import { report } from './report.ts';
import { createRevivals, type RevivalRule } from './revivals.ts';
import { tell } from './tell.ts';

export type CaredPage = {
  /** For reports. */
  name: string;
  /** Whether something that a person typed may be in it, which loading it again would lose. */
  holdsInput: boolean;
  load(): void;
};

/** Three pages lost within a minute: the fourth would not last either. */
const rule: RevivalRule = { most: 3, withinMs: 60_000 };

/**
 * Looks after a page whose process ends or hangs: it comes back by itself, unless it does so again and again; then the window
 * is closed and the person told. What must go on lives in the main process.
 */
export function careForPage(window: BrowserWindow, page: CaredPage): void {
  const revivals = createRevivals(rule, Date.now);
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    report(`${page.name} page`, new ProcessGone(reason));
    const revived = revivals.mayRevive();
    // Not from inside the event: the page is still being taken down.
    setImmediate(() => {
      if (!revived) giveUp(window);
      else
        whenHandlesFree(() => {
          if (!window.isDestroyed()) page.load();
        });
    });
  });
  window.on('unresponsive', () => {
    report(`${page.name} page`, new ProcessGone('unresponsive'));
    if (page.holdsInput) void offerToLoadAgain(window);
    else loadAgain(window);
  });
}

function giveUp(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  window.destroy();
  tell(
    'The window of Oxygauge stopped again and again, so it was closed.',
    'Oxygauge itself goes on watching your traffic. Open the window again from the tray; if it stops once more, start Oxygauge anew.',
  );
}

async function offerToLoadAgain(window: BrowserWindow): Promise<void> {
  const answered = new AbortController();
  window.once('responsive', () => answered.abort());
  window.once('closed', () => answered.abort());
  try {
    const wait = 0;
    const { response } = await dialog.showMessageBox({
      type: 'warning',
      title: 'Oxygauge',
      message: 'The window of Oxygauge does not respond.',
      detail:
        'Wait for it, or load it again; what was typed in it and not saved is lost then. Oxygauge goes on watching your traffic either way.',
      buttons: ['Wait', 'Load again'],
      defaultId: wait,
      cancelId: wait,
      signal: answered.signal,
    });
    if (response !== wait && !answered.signal.aborted) loadAgain(window);
  } catch (error) {
    report('message box', error);
  }
}

/** A page that hangs cannot be asked to leave. Its process is ended, and the page comes back as after any other end. */
function loadAgain(window: BrowserWindow): void {
  if (!window.isDestroyed()) window.webContents.forcefullyCrashRenderer();
}
