import { setTimeout as pass } from 'node:timers/promises';
import type { ElectronApplication } from '@playwright/test';
import { close, startAttached } from './attached.ts';
import { type Candidate, copyOf, remove } from './candidate.ts';
import { familyOf, memoryMbOf } from './processes.ts';
import { monthTotal } from './start.ts';
import type { TrayWatcher } from './tray.ts';
import { within } from './within.ts';

export type PopoverSample = { coldMs: number; memoryMb: number };

const settleMs = 3_000;

/**
 * Measures the time from the click on the tray icon to the first window with its content on the screen, and the memory with
 * it.
 */
export async function samplePopover(candidate: Candidate, tray: TrayWatcher): Promise<PopoverSample> {
  const profile = copyOf(candidate.profile);
  const app = await startAttached(candidate, profile);
  const pid = app.process().pid ?? 0;
  try {
    await tray.arrival(pid);
    if (candidate.name === 'oxygauge') await tray.tooltip(pid, monthTotal);
    await pass(settleMs);
    const coldMs = await timeToPaint(app, () => tray.click(pid));
    await pass(settleMs);
    const memoryMb = familyOf(pid).reduce((sum, row) => sum + memoryMbOf(row), 0);
    return { coldMs, memoryMb };
  } finally {
    await close(app);
    remove(profile);
  }
}

/** Uses the clock that main and this process share. The listener is in place before the click. */
async function timeToPaint(app: ElectronApplication, click: () => Promise<void>): Promise<number> {
  await within(
    'the listener for the window',
    app.evaluate(({ app: main }) => {
      const painted = new Promise<number>((done, fail) => {
        main.once('browser-window-created', (_event, window) => {
          window.once('show', () => {
            const twoFrames = 'new Promise((d) => requestAnimationFrame(() => requestAnimationFrame(d)))';
            window.webContents.executeJavaScript(twoFrames).then(() => done(Date.now()), fail);
          });
        });
      });
      Object.assign(globalThis, { painted });
    }),
  );
  const clickedAt = Date.now();
  await click();
  const paintedAt = await within(
    'a window that is shown and painted',
    app.evaluate(() => (globalThis as unknown as { painted: Promise<number> }).painted),
  );
  return paintedAt - clickedAt;
}
