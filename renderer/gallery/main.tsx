// Imported first, because the mirrors and commands take the bridge when they are loaded.
import './bridge.ts';
import { mount } from '../ui/mount.tsx';
import { shownWindow } from './shown-window.ts';

/** Shows one window or the parts. Each is loaded alone, because its style sheet is made for one page. */
async function show(): Promise<void> {
  const { window } = shownWindow();
  if (window === 'popover') {
    const { Popover } = await import('../popover/popover.tsx');
    const { opened } = await import('../popover/mirror.ts');
    mount(<Popover />, opened);
  } else if (window === 'manager') {
    const { Manager } = await import('../manager/manager.tsx');
    const { opened } = await import('../manager/mirror.ts');
    mount(<Manager />, opened);
  } else {
    const { Index, OneDialog } = await import('./gallery.tsx');
    mount(
      window === 'index' ? <Index /> : <OneDialog wide={window === 'wide-dialog'} />,
      Promise.resolve(null),
    );
  }
}

void show();
