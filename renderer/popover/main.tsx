import { bridge } from '../state/bridge.ts';
import { mount } from '../ui/mount.tsx';
import { opened } from './mirror.ts';
import { Popover } from './popover.tsx';

mount(<Popover />, opened);

window.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') void bridge.command('hidePopover', null);
});
