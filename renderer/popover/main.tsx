import { bridge } from '../state/bridge.ts';
import { mount } from '../ui/mount.tsx';
import { current, opened } from './mirror.ts';
import { Popover } from './popover.tsx';

mount(<Popover />, opened, () => current().environment.texts);

window.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') void bridge.command('hidePopover', null);
});
