import { app, BrowserWindow } from 'electron';
import { type CrashBudgetRule, createCrashBudget } from './crash-budget.ts';
import { showMessage } from './message-box.ts';
import { ProcessGone } from './process-gone.ts';
import { report } from './report.ts';

/** Chromium restarts the process each time. One that ends this often cannot draw here. */
const rule: CrashBudgetRule = { most: 10, withinMs: 60_000 };

/**
 * Draws without the graphics card, whose drivers fail more than anything else here, and without a software one, which takes
 * 12 MB; our pages are small and flat. It also lifts Chromium's limit of six crashes, which would end the app, and has to
 * run before the app is ready.
 */
export function drawWithoutGpu(): void {
  app.commandLine.appendSwitch('disable-gpu');
  app.commandLine.appendSwitch('disable-software-rasterizer');
  app.commandLine.appendSwitch('disable-gpu-process-crash-limit');
}

/** Reports crashed Chromium helper processes (Chromium restarts them), and closes the windows if they cannot be drawn. */
export function watchHelperProcesses(): void {
  const crashes = createCrashBudget(rule, Date.now);
  app.on('child-process-gone', (_event, { type, reason, name }) => {
    if (reason === 'clean-exit') return;
    report(`${name ?? type} process`, new ProcessGone(reason));
    if (type !== 'GPU' || crashes.mayRestart()) return;
    const windows = BrowserWindow.getAllWindows();
    if (windows.length === 0) return;
    for (const window of windows) window.destroy();
    showMessage('notDrawn');
  });
}
