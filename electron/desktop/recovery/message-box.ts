import { dialog } from 'electron';
import { type Fault, recoveryMessage } from '../../text/recovery.ts';
import { say } from '../../text/say.ts';
import { whenHandlesFree } from './file-handles.ts';
import { report } from './report.ts';

/** Shows a fault in a message box of the system, which needs no window. Does not block, and never throws. */
export function showMessage(fault: Fault): void {
  // With no file handle left, the box would end the app.
  whenHandlesFree(() => {
    dialog
      .showMessageBox({
        type: 'warning',
        title: 'Oxygauge',
        ...recoveryMessage(fault),
        buttons: [say('recovery.ok')],
      })
      .catch((error: unknown) => report('message box', error));
  });
}
