import type { MenuItemConstructorOptions } from 'electron';
import { expect, test, vi } from 'vitest';
import { steppedTextSize } from '../../../electron/contract/appearance.ts';
import { appMenuTemplate } from '../../../electron/desktop/windows/app-menu.ts';

vi.mock('electron', () => ({ Menu: {} }));

function menuOn(platform: NodeJS.Platform) {
  const did: unknown[] = [];
  const template = appMenuTemplate(
    {
      refresh: () => did.push('refresh'),
      changeTextSize: (to) => did.push(to),
      quit: () => did.push('quit'),
    },
    platform,
  );
  const items = template.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []));
  return { did, roles: template.map(({ role }) => role), items };
}

const press = (item: MenuItemConstructorOptions | undefined) => (item?.click as (() => void) | undefined)?.();

test.each(['linux', 'win32'] as const)('B11: on %s a hidden menu brings the keys', (platform) => {
  const { did, items } = menuOn(platform);
  const by = (key: string) => items.find(({ accelerator }) => accelerator === key);
  for (const key of [
    'F5',
    'CmdOrCtrl+R',
    'Ctrl+Q',
    'CmdOrCtrl+Plus',
    'CmdOrCtrl+=',
    'CmdOrCtrl+-',
    'CmdOrCtrl+0',
  ])
    press(by(key));
  expect(did).toEqual(['refresh', 'refresh', 'quit', 1, 1, -1, 'usual']);
  expect(by('CmdOrCtrl+W')?.role).toBe('close');
  expect(by('F11')?.role).toBe('togglefullscreen');
});

test('macOS has its own menus for the app and the windows, and quits by the first', () => {
  const { roles, items } = menuOn('darwin');
  expect(roles).toEqual(['appMenu', undefined, 'editMenu', undefined, 'windowMenu']);
  expect(items.some(({ accelerator }) => accelerator === 'Ctrl+Q')).toBe(false);
});

test('no key reloads the page or opens the developer tools', () => {
  for (const platform of ['linux', 'darwin', 'win32'] as const)
    for (const { role } of menuOn(platform).items)
      expect(['reload', 'forceReload', 'toggleDevTools', 'viewMenu']).not.toContain(role);
});

test('the text size stays within its bounds', () => {
  expect(steppedTextSize(100, 1)).toBe(110);
  expect(steppedTextSize(195, 1)).toBe(200);
  expect(steppedTextSize(200, 1)).toBe(200);
  expect(steppedTextSize(80, -1)).toBe(80);
});
