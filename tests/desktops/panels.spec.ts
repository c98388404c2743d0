import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect } from '@playwright/test';
import type { Rectangle } from '../../electron/desktop/windows/popover-placement.ts';
import { until } from '../driver/until.ts';
import { hidden, shown } from '../driver/windows.ts';
import { movePointer } from '../driver/x-desktop.ts';
import { test } from '../support/e2e/fixtures.ts';
import { drawnAfter, iconInPanel, keepPicture, untilStill, x11Camera } from './screen.ts';
import { lxqtPanel, xfcePanel } from './x11-panels.ts';

const run = promisify(execFile);
const press = (button: number) => run('xdotool', ['click', String(button)]);

for (const { name, start: startPanel } of [xfcePanel, lxqtPanel])
  test(`${name}: icon, tooltip in lines, a click and a second, and the menu`, async ({ start }) => {
    const parts = startPanel();
    const app = await start({ demo: true, switches: ['--hidden'] });
    const icon = await iconInPanel(x11Camera);
    await drawnAfter(x11Camera, 'the tooltip', () => movePointer(icon));
    await keepPicture(x11Camera, `${name} tooltip`);

    await press(1);
    const { bounds } = await shown(app, 'popover');
    expect(bounds.y).toBeLessThan(60);
    expect(bounds.x).toBeLessThanOrEqual(icon.x);
    expect(bounds.x + bounds.width).toBeGreaterThan(icon.x);
    const popover = await app.window('popover');
    await expect(popover.getByRole('heading', { name: /^This month/ })).toBeVisible();
    await keepPicture(x11Camera, `${name} popover`);
    await press(1);
    await hidden(app, 'popover');

    await drawnAfter(x11Camera, 'the menu', async () => void (await press(3)));
    await keepPicture(x11Camera, `${name} menu`);
    // The first that can be chosen is the popover, then a refresh, then the manager.
    await run('xdotool', ['key', 'Down', 'Down', 'Down', 'Return']);
    const manager = await app.window('manager');
    await expect(manager.getByRole('heading', { name: 'Overview' })).toBeVisible();
    for (const part of parts.reverse()) await part.stop();
  });

test('xfce4-notifyd: a notification with the icon, and its button', async ({ start }) => {
  const parts = xfcePanel.start();
  const app = await start({ demo: true, switches: ['--hidden'] });
  await until('the notification', notificationPlace);
  // It fades in, and makes room for the panel.
  await untilStill(x11Camera);
  const { x, y, width, height } = await until('its place', notificationPlace);
  await keepPicture(x11Camera, 'xfce4-notifyd');
  await movePointer({ x: x + width - 60, y: y + height - 28 });
  await untilStill(x11Camera);
  await press(1);
  const manager = await app.window('manager');
  await expect(manager.getByRole('heading', { name: 'Alerts' })).toBeVisible();
  for (const part of parts.reverse()) await part.stop();
});

/** Returns where the notification is on the screen. */
async function notificationPlace(): Promise<Rectangle | null> {
  const { stdout } = await run('xwininfo', ['-root', '-tree']);
  const found = /^.*xfce4-notifyd.* (\d+)x(\d+)\+\d+\+\d+ {2}\+(\d+)\+(\d+)$/im.exec(stdout);
  const [width = 0, height = 0, x = 0, y = 0] = found?.slice(1).map(Number) ?? [];
  return height < 40 ? null : { x, y, width, height };
}
