import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect } from '@playwright/test';
import { startChild } from '../../build/session/child.ts';
import { until } from '../driver/until.ts';
import { WaylandDesktop, waylandScreen } from '../driver/wayland.ts';
import { test } from '../support/e2e/fixtures.ts';
import { drawnAfter, iconInPanel, keepPicture, waylandCamera } from './screen.ts';
import { atHome } from './x11-panels.ts';

const run = promisify(execFile);

const bar = JSON.stringify({
  layer: 'top',
  position: 'top',
  height: 32,
  'modules-left': ['tray'],
  tray: { 'icon-size': 22 },
});

test('sway with waybar and mako: icon, tooltip, popover, menu, and a notification with its button', async ({
  start,
}) => {
  const wayland = await WaylandDesktop.start();
  const mouse = await wayland.pointer();
  Object.assign(process.env, wayland.launch.environment);
  const parts = [
    startChild('waybar', ['--config', atHome('waybar.json', bar)]),
    startChild('mako', ['--default-timeout', '0']),
  ];
  const app = await start({ demo: true, switches: ['--hidden', ...wayland.launch.switches] });
  const icon = await iconInPanel(waylandCamera);
  await until('the notification', async () => (await notified()).includes('over limit'));
  await drawnAfter(waylandCamera, 'the tooltip', () => mouse.move(icon, waylandScreen));
  await keepPicture(waylandCamera, 'waybar tooltip');

  await drawnAfter(waylandCamera, 'the menu', () => mouse.click('right'));
  await keepPicture(waylandCamera, 'waybar menu');
  await mouse.click('right');
  await mouse.click('left');
  const popover = await app.window('popover');
  await expect(popover.getByRole('heading', { name: /^This month/ })).toBeVisible();
  await keepPicture(waylandCamera, 'waybar popover');

  expect(await notified()).toContain('Open');
  await run('makoctl', ['invoke', 'default']);
  const manager = await app.window('manager');
  await expect(manager.getByRole('heading', { name: 'Alerts' })).toBeVisible();
  mouse.close();
  for (const part of parts.reverse()) await part.stop();
  await wayland.stop();
  // The tests of a worker share its environment.
  for (const name of Object.keys(wayland.launch.environment)) delete process.env[name];
});

/** Returns what mako shows, with the names of its buttons. */
async function notified(): Promise<string> {
  return (await run('makoctl', ['list'])).stdout;
}
