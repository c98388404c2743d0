import { type BrowserWindow, dialog } from 'electron';
import { recoveryMessage } from '../../text/recovery.ts';
import { say } from '../../text/say.ts';
import { type CrashBudgetRule, createCrashBudget } from './crash-budget.ts';
import { whenHandlesFree } from './file-handles.ts';
import { showMessage } from './message-box.ts';
import { ProcessGone } from './process-gone.ts';
import { report } from './report.ts';

export type RecoveredPage = {
  /** The page's name in reports. */
  name: string;
  /** Returns whether the page may hold unsaved input, which a reload would lose. */
  holdsInput: boolean;
  load(): void;
};

/** Three lost pages within a minute: a fourth would not last either. */
const rule: CrashBudgetRule = { most: 3, withinMs: 60_000 };

/**
 * Reloads a page whose process crashes or hangs. If that repeats, it closes the window and informs the user; what must go on
 * lives in the main process.
 */
export function recoverPage(window: BrowserWindow, page: RecoveredPage): void {
  const crashes = createCrashBudget(rule, Date.now);
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    report(`${page.name} page`, new ProcessGone(reason));
    const restarts = crashes.mayRestart();
    // Deferred, because during the event the page is still being torn down.
    setImmediate(() => {
      if (!restarts) giveUp(window);
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
  showMessage('keptStopping');
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
      ...recoveryMessage('unresponsive'),
      buttons: [say('recovery.wait'), say('recovery.reload')],
      defaultId: wait,
      cancelId: wait,
      signal: answered.signal,
    });
    if (response !== wait && !answered.signal.aborted) loadAgain(window);
  } catch (error) {
    report('message box', error);
  }
}

/** Ends the page's process, since a hanging page cannot be asked to leave. It is then reloaded as after any crash. */
function loadAgain(window: BrowserWindow): void {
  if (!window.isDestroyed()) window.webContents.forcefullyCrashRenderer();
}
