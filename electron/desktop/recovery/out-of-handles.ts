import { endNetworkProcess } from '../network/network-process.ts';
import { whenHandlesFree } from './file-handles.ts';
import { showMessage } from './message-box.ts';
import { report } from './report.ts';
import { endUnresponsivePages } from './unresponsive-pages.ts';

let waiting = false;

/** Reports, once handles are free again, that a window could not be opened for lack of them. */
export function reportOutOfHandles(): void {
  if (waiting) return;
  waiting = true;
  report('window', Object.assign(new Error(), { code: 'EMFILE' }));
  whenHandlesFree(() => {
    waiting = false;
    // A process whose channel broke while a file could not be handed over never answers again.
    endNetworkProcess();
    void endUnresponsivePages();
    showMessage('tooManyFiles');
  });
}
