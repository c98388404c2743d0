import { endDeafPages } from './deaf-pages.ts';
import { whenHandlesFree } from './file-handles.ts';
import { endNetworkProcess } from './network-process.ts';
import { report } from './report.ts';
import { tell } from './tell.ts';

let waiting = false;

/** A window could not be opened for want of free file handles: said once there are some. */
export function sayNoRoom(): void {
  if (waiting) return;
  waiting = true;
  report('window', Object.assign(new Error(), { code: 'EMFILE' }));
  whenHandlesFree(() => {
    waiting = false;
    // A line to us broke where a file could not be handed over: such a process answers nothing from now on.
    endNetworkProcess();
    void endDeafPages();
    tell(
      'No window of Oxygauge could be opened: too many files were open.',
      'There is room again now. Oxygauge itself went on watching your traffic.',
    );
  });
}
