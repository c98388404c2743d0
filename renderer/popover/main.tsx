import { bridge } from '../state/bridge.ts';
import { mirrorSlices } from '../state/mirror.ts';
import { mount } from '../ui/mount.tsx';
import { Popover } from './popover.tsx';

mirrorSlices(['session', 'traffic', 'nearest', 'outlook', 'alerts', 'settings', 'environment']);
mount(<Popover />);

window.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') void bridge.command('hidePopover', null);
});
