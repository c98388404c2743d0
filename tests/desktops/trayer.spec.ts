import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from '@playwright/test';
import { startChild } from '../../build/session/child.ts';
import { hasXembedTray } from '../../electron/desktop/x11/questions.ts';
import { until } from '../driver/until.ts';
import { hidden, shown } from '../driver/windows.ts';
import { movePointer } from '../driver/x-desktop.ts';
import { test } from '../support/e2e/fixtures.ts';

const run = promisify(execFile);
const bar = [
  '--edge',
  'top',
  '--align',
  'right',
  '--widthtype',
  'request',
  '--height',
  '24',
  '--tint',
  '0x202529',
];

test('trayer: the icon is in it, it counts as a tray, and a click opens the popover beside it', async ({
  start,
}, { outputDir }) => {
  const trayer = startChild('trayer', [...bar, '--transparent', 'true', '--alpha', '0']);
  await until('trayer', async () => ((await hasXembedTray()) ? true : null));
  const app = await start({ demo: true });
  // One that came up later would take the focus, upon which the popover hides.
  await shown(app, 'manager');
  const manager = await app.window('manager');
  const icon = await until('the icon drawn in trayer', drawnIcon);
  await movePointer(icon);
  await run('xdotool', ['click', '1']);
  const { bounds } = await shown(app, 'popover');
  const popover = await app.window('popover');
  await expect(popover.getByRole('heading', { name: /^This month/ })).toBeVisible();
  await run('import', ['-window', 'root', join(process.env.OXYGAUGE_TEST_OUTPUT ?? outputDir, 'trayer.png')]);
  expect(bounds.y).toBeLessThan(60);
  expect(bounds.x).toBeLessThanOrEqual(icon.x);
  expect(bounds.x + bounds.width).toBeGreaterThan(icon.x);
  await run('xdotool', ['click', '1']);
  await hidden(app, 'popover');
  await expect(manager.getByText(/Oxygauge found no system tray/)).toBeHidden();
  await manager.close();
  expect(await app.electron.evaluate(() => 'awake')).toBe('awake');
  await trayer.stop();
});

/** Returns where the icon is once it is drawn: its place alone has one colour, and takes no click yet. */
async function drawnIcon(): Promise<{ x: number; y: number } | null> {
  const icon = await iconPlace();
  if (icon === null) return null;
  const spot = `18x18+${icon.x - 9}+${icon.y - 9}`;
  const { stdout } = await run('import', ['-window', 'root', '-crop', spot, '-format', '%k', 'info:']);
  return Number(stdout) > 8 ? icon : null;
}

/** Returns where the icon that is embedded in the tray is on the screen, as a pointer would find it. */
async function iconPlace(): Promise<{ x: number; y: number } | null> {
  const { stdout } = await run('xwininfo', ['-root', '-tree']);
  const found = /^.*"(?:electron|oxygauge)".* (\d+)x(\d+)\+\d+\+\d+ {2}\+(\d+)\+(\d+)$/gim;
  for (const [, width, height, x, y] of stdout.matchAll(found)) {
    if (Number(height) > 32 || Number(y) > 32 || Number(width) < 16) continue;
    return { x: Number(x) + Number(width) / 2, y: Number(y) + Number(height) / 2 };
  }
  return null;
}
