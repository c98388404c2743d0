import { dialog } from 'electron';
import { hasHandlesForWindow } from './file-handles.ts';
import { report } from './log.ts';

/** With no file left to open, a message box would end the app: it waits until there is room. */
const retryMs = 5_000;

/** Says something in a box of the system's own, which needs none of our windows. Stops nothing and never throws. */
export function tell(message: string, detail: string): void {
  if (!hasHandlesForWindow()) {
    setTimeout(() => tell(message, detail), retryMs);
    return;
  }
  dialog
    .showMessageBox({ type: 'warning', title: 'Oxygauge', message, detail, buttons: ['OK'] })
    .catch((error: unknown) => report('message box', error));
}
