import { dialog } from 'electron';
import { whenHandlesFree } from './file-handles.ts';
import { report } from './report.ts';

/** Says something in a box of the system's own, which needs none of our windows. Stops nothing and never throws. */
export function tell(message: string, detail: string): void {
  // With no file left to open, the box would end the app.
  whenHandlesFree(() => {
    dialog
      .showMessageBox({ type: 'warning', title: 'Oxygauge', message, detail, buttons: ['OK'] })
      .catch((error: unknown) => report('message box', error));
  });
}
