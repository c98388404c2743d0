import { Menu, type MenuItemConstructorOptions } from 'electron';
import { say } from '../../text/say.ts';

export type AppMenuParts = {
  refresh: () => void;
  /** Steps the text size, or resets it. */
  changeTextSize: (to: 1 | -1 | 'usual') => void;
  quit: () => void;
};

/**
 * Sets the application menu. macOS shows it; elsewhere it is hidden and brings its keys: they refresh the figures and not
 * the page, and there is none for the developer tools.
 */
export function setAppMenu(parts: AppMenuParts): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(appMenuTemplate(parts, process.platform)));
}

export function appMenuTemplate(
  { refresh, changeTextSize, quit }: AppMenuParts,
  platform: NodeJS.Platform,
): MenuItemConstructorOptions[] {
  const mac = platform === 'darwin';
  return [
    ...(mac ? [{ role: 'appMenu' } as const] : []),
    {
      label: say('appearance.file'),
      submenu: [
        ...keyed(say('appearance.refresh'), ['CmdOrCtrl+R', 'F5'], refresh),
        { label: say('appearance.close'), accelerator: 'CmdOrCtrl+W', role: 'close' },
        ...(mac ? [] : keyed(say('appearance.quit'), ['Ctrl+Q'], quit)),
      ],
    },
    // macOS copies and pastes by the keys of these.
    { label: say('appearance.edit'), role: 'editMenu' },
    {
      label: say('appearance.view'),
      submenu: [
        ...keyed(say('appearance.larger'), ['CmdOrCtrl+Plus', 'CmdOrCtrl+=', 'CmdOrCtrl+numadd'], () =>
          changeTextSize(1),
        ),
        ...keyed(say('appearance.smaller'), ['CmdOrCtrl+-', 'CmdOrCtrl+numsub'], () => changeTextSize(-1)),
        ...keyed(say('appearance.usual'), ['CmdOrCtrl+0', 'CmdOrCtrl+num0'], () => changeTextSize('usual')),
        {
          label: say('appearance.fullScreen'),
          accelerator: mac ? 'Ctrl+Cmd+F' : 'F11',
          role: 'togglefullscreen',
        },
      ],
    },
    ...(mac ? [{ role: 'windowMenu' } as const] : []),
  ];
}

/** Returns an item for each of its keys; only the first is seen. */
function keyed(
  label: string,
  accelerators: readonly string[],
  click: () => void,
): MenuItemConstructorOptions[] {
  return accelerators.map((accelerator, index) => ({
    label,
    accelerator,
    click,
    visible: index === 0,
    acceleratorWorksWhenHidden: true,
  }));
}
