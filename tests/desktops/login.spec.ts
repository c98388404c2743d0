import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from '@playwright/test';
import { startChild } from '../../build/session/child.ts';
import { type App, environmentOf } from '../driver/app.ts';
import { processesWith } from '../driver/processes.ts';
import { newProfile } from '../driver/profiles.ts';
import { signIn } from '../driver/sign-in.ts';
import { until } from '../driver/until.ts';
import { test } from '../support/e2e/fixtures.ts';
import type { SimulatorServer } from '../support/server/simulator-server.ts';
import { keepPicture, x11Camera } from './screen.ts';
import { shownTooltips } from './shown-tooltips.ts';
import { startXfceSettings } from './x11-panels.ts';

const run = promisify(execFile);
const entry = () => join(process.env.XDG_CONFIG_HOME ?? '', 'autostart/oxygauge.desktop');
const generator = '/usr/lib/systemd/user-generators/systemd-xdg-autostart-generator';

/** Signs in, and lets the app start with the session, as its user does. */
async function withEntry(start: (options: { profile: string }) => Promise<App>): Promise<App> {
  // The tests of a worker share a home.
  rmSync(entry(), { force: true });
  const app = await start({ profile: newProfile() });
  const page = await app.window('manager');
  await signIn(page);
  const question = page.getByRole('complementary', { name: 'About the start' });
  await question.getByRole('button', { name: 'Start at login' }).click();
  await expect(question).toHaveCount(0);
  return app;
}

test('systemd reads the autostart entry, and starts the same program', async ({ start }) => {
  const { profile } = await withEntry(start);
  const units = ['normal', 'early', 'late'].map((each) => join(profile, 'units', each));
  for (const folder of units) mkdirSync(folder, { recursive: true });
  await run(generator, units);
  const unit = join(profile, 'units/late/app-oxygauge@autostart.service');
  const [, command] = /^ExecStart=:?(.*)$/m.exec(readFileSync(unit, 'utf8')) ?? [];
  const [, wanted] = /^Exec=(.*)$/m.exec(readFileSync(entry(), 'utf8')) ?? [];
  // It writes each word in quotes.
  expect(command?.replaceAll('"', '')).toBe(wanted?.replaceAll('"', ''));
  expect(command).toContain('--hidden');
});

test('a session of Xfce starts the app in the tray, without a window, and signs in', async ({
  server,
  start,
  tray,
}) => {
  const app = await withEntry(start);
  await tray.tooltipLike(/GB this month/);
  await app.close();
  await tray.stop();
  await seesLogin(app.profile, server, /GB this month/);
});

test('a session of Xfce starts an app that is signed out in the tray, without a window', async ({
  server,
  start,
  tray,
}) => {
  const app = await withEntry(start);
  await tray.choose('Sign out');
  await tray.tooltipLike(/Signed out/);
  await app.close();
  await tray.stop();
  await seesLogin(app.profile, server, /Signed out/);
});

/** Starts a session of Xfce, whose panel is the host from then on, and waits for the icon with this tooltip. */
async function seesLogin(profile: string, server: SimulatorServer, tooltip: RegExp): Promise<void> {
  expect(existsSync(entry())).toBe(true);
  const settings = startXfceSettings();
  // What the session starts would keep our end of its output open.
  const environment = environmentOf({ apiUrl: server.url });
  const session = startChild('sh', ['-c', 'exec xfce4-session 2>/dev/null 3>&-'], environment);
  await until('the icon', async () => (await shownTooltips()).some((each) => tooltip.test(each)));
  await keepPicture(x11Camera, `Xfce login, ${tooltip.source}`);
  expect(await visibleWindows()).toBe('');
  // A session's end takes the display away. This one shares it, so its programs are ended one by one.
  for (const { pid, command } of processesWith(profile)) if (command.includes('--hidden')) process.kill(pid);
  await until('no process left', () => processesWith(profile).length === 0);
  await run('xfce4-panel', ['--quit']);
  await session.stop();
  await settings.stop();
}

/** Returns the numbers of the app's windows on the screen. Finding none is a failure for the program. */
async function visibleWindows(): Promise<string> {
  const search = ['search', '--onlyvisible', '--name', '^Oxygauge'];
  const { stdout } = await run('xdotool', search).catch((none: { stdout: string }) => none);
  return stdout;
}
