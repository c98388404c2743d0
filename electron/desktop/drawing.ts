import { app, BrowserWindow } from 'electron';
import { ProcessGone } from './gone.ts';
import { report } from './report.ts';
import { createRevivals, type RevivalRule } from './revivals.ts';
import { tell } from './tell.ts';

/** Chromium starts the process anew at each end. One that ends so often cannot draw here. */
const rule: RevivalRule = { most: 10, withinMs: 60_000 };

/**
 * Our pages are small, flat and still: they are drawn without the graphics card, whose drivers fail in more ways than
 * anything else here, and without a software one, which takes 12 MB. Chromium would end the app at the sixth end of the
 * drawing process: that limit is for stepping down to slower ways of drawing, and here is only one. Before the app is ready.
 */
export function drawWithoutGpu(): void {
  app.commandLine.appendSwitch('disable-gpu');
  app.commandLine.appendSwitch('disable-software-rasterizer');
  app.commandLine.appendSwitch('disable-gpu-process-crash-limit');
}

/** Reports helpers of Chromium that end (it starts them anew), and closes the windows where they cannot be drawn. */
export function watchHelperProcesses(): void {
  const revivals = createRevivals(rule, Date.now);
  app.on('child-process-gone', (_event, { type, reason, name }) => {
    if (reason === 'clean-exit') return;
    report(`${name ?? type} process`, new ProcessGone(reason));
    if (type !== 'GPU' || revivals.mayRevive()) return;
    const windows = BrowserWindow.getAllWindows();
    if (windows.length === 0) return;
    for (const window of windows) window.destroy();
    tell(
      'The windows of Oxygauge cannot be drawn, so they were closed.',
      'Oxygauge itself goes on watching your traffic. Open a window again from the tray; if it is closed once more, start the computer anew.',
    );
  });
}
