import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { App } from '../driver/app.ts';
import { newProfile } from '../driver/profiles.ts';
import { endRawApps, startRaw } from '../driver/raw-app.ts';
import { openAccount, signIn } from '../driver/sign-in.ts';
import { until } from '../driver/until.ts';
import { test } from '../support/e2e/fixtures.ts';
import { heldApp, removeHeldApps } from '../support/e2e/held-app.ts';

test.afterEach(endRawApps);
test.afterEach(removeHeldApps);

const figureOf = (profile: string) => join(profile, 'tray.json');

function loadRest(app: App): Promise<void> {
  return app.electron.evaluate(() => (globalThis as unknown as { loadRest: () => void }).loadRest());
}

test('a start shows the last reading as outdated before anything else is loaded, and keeps what the user asks for', async ({
  server,
  tray,
  start,
}) => {
  server.simulator.account.monthOverride = { trafficGb: 1.2361 };
  const first = await start();
  await signIn(await first.window('manager'));
  await tray.tooltipLike(/1\.24 GB this month/);
  await until('the last figure', () => existsSync(figureOf(first.profile)));
  await first.close();
  expect(statSync(figureOf(first.profile)).mode & 0o777).toBe(0o600);
  expect(Object.keys(JSON.parse(readFileSync(figureOf(first.profile), 'utf8'))).sort()).toEqual([
    'days',
    'readAt',
    'step',
    'total',
  ]);
  const asked = server.seen.length;

  const second = await start({ profile: first.profile, folder: heldApp() });
  await tray.tooltipLike(/^Last reading: 1\.24 GB · .+ · Outdated, last updated /);
  await tray.click();
  await tray.choose('Manage sub-users');
  expect(second.electron.windows()).toEqual([]);
  expect(server.seen).toHaveLength(asked);

  await loadRest(second);
  await second.window('popover');
  await second.window('manager');
  await tray.tooltipLike(/1\.24 GB this month · .*just now/);
});

test('a second start before the rest is loaded opens the manager', async ({ tray, start }) => {
  const app = await start({ folder: heldApp() });
  await tray.tooltipLike(/Starting…/);
  const second = startRaw({ profile: app.profile });
  expect(await second.ended).toEqual({ code: 0, signal: null });
  await loadRest(app);
  await app.window('manager');
});

test('a signal before the rest is loaded ends the app', async ({ tray }) => {
  const app = startRaw({ profile: newProfile(), folder: heldApp(), keyring: false });
  await tray.tooltipLike(/Starting…/);
  app.kill('SIGTERM');
  expect(await app.ended).toEqual({ code: 0, signal: null });
});

test('a damaged file of the last figure is no figure', async ({ tray, start }) => {
  const profile = newProfile();
  writeFileSync(figureOf(profile), '{"total":"9 GB","days":null,"step":1,"rea');
  const app = await start({ profile, folder: heldApp() });
  await tray.tooltipLike(/^Oxygauge · Starting…/);
  await loadRest(app);
  await tray.tooltipLike(/Signed out/);
});

test('signing out erases the last figure', async ({ tray, start }) => {
  const app = await start();
  const page = await app.window('manager');
  await signIn(page);
  await tray.tooltipLike(/GB this month/);
  await until('the last figure', () => existsSync(figureOf(app.profile)));
  await openAccount(page);
  await tray.choose('Sign out');
  await until('no last figure', () => !existsSync(figureOf(app.profile)));
});
