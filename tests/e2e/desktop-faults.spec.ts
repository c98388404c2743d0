import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { watchTrayHost } from '../../electron/desktop/tray-host.ts';
import { desktop } from '../matrix/desktop.ts';
import { proves } from '../matrix/fault.ts';
import { newProfile } from '../support/app.ts';
import { test } from '../support/fixtures.ts';
import { answerMessageBoxes, messageBoxes } from '../support/message-boxes.ts';
import { overhear } from '../support/overhear.ts';
import { PrivateBus } from '../support/private-bus.ts';
import { processesWith } from '../support/processes.ts';
import { endRawApps, startRaw } from '../support/raw-app.ts';
import { signIn } from '../support/sign-in.ts';
import { TrayHost } from '../support/tray-host.ts';
import { until } from '../support/until.ts';
import { hidden, lookAt, pageOf, shown } from '../support/windows.ts';

test.afterEach(endRawApps);

const noTray = /No system tray was found/;

test(proves(desktop, 'no-session-bus'), async ({ server, start }) => {
  const app = await start({ keyring: false, environment: { DBUS_SESSION_BUS_ADDRESS: 'disabled:' } });
  const said = overhear(app);
  const page = await app.window('manager');
  await expect(page.getByText(noTray)).toBeVisible();
  await signIn(page);
  await expect(page.getByRole('heading', { name: 'Sub-users' })).toBeVisible();
  const before = server.count('GET');
  await page.evaluate(() => window.oxygauge.command('refresh', null));
  expect(server.count('GET')).toBe(before + 2);
  const asked = Date.now();
  const outcome = await page.evaluate(() => window.oxygauge.command('testNotification', null));
  expect(outcome).toEqual({ ok: true, value: { outcome: 'failed' } });
  expect(Date.now() - asked).toBeLessThan(5_000);
  expect(said()).not.toMatch(/exception|rejection/);
});

test(proves(desktop, 'no-session-bus', 'and no address'), async () => {
  const profile = newProfile();
  // Chromium would be ended by what libdbus does then; the app starts itself anew with an address that leads nowhere.
  const app = startRaw({
    profile,
    keyring: false,
    demo: true,
    environment: { DBUS_SESSION_BUS_ADDRESS: '' },
  });
  expect(await app.ended).toEqual({ code: 0, signal: null });
  await until('a window', () =>
    processesWith(profile).find(({ command }) => command.includes('--type=renderer')),
  );
  const [main] = processesWith(profile).filter(({ command }) => !command.includes('--type='));
  if (main === undefined) throw new Error('There is no main process.');
  process.kill(main.pid, 'SIGTERM');
  await until('no process left', () => processesWith(profile).length === 0);
});

test(proves(desktop, 'dead-session-bus'), async ({ start }) => {
  const address = `unix:path=${join(tmpdir(), 'late-bus')}`;
  const app = await start({ keyring: false, environment: { DBUS_SESSION_BUS_ADDRESS: address } });
  const said = overhear(app);
  const page = await app.window('manager');
  await expect(page.getByText(noTray)).toBeVisible();
  await signIn(page);
  await expect(page.getByRole('heading', { name: 'Sub-users' })).toBeVisible();

  const bus = await PrivateBus.start({ address });
  const tray = await TrayHost.start(address);
  await expect(page.getByText(noTray)).toBeHidden();
  await tray.tooltipLike(/GB this month/);
  expect(said()).not.toMatch(/exception|rejection/);
  await app.close();
  await tray.stop();
  bus.stop();
});

test(proves(desktop, 'bus-connection-lost'), async () => {
  const address = `unix:path=${join(tmpdir(), 'lost-bus')}`;
  const bus = await PrivateBus.start({ address });
  const tray = await TrayHost.start(address);
  const told: boolean[] = [];
  const reports: string[] = [];
  watchTrayHost(
    (isShown) => told.push(isShown),
    (what) => reports.push(what),
    { busAddress: address, retryMs: 20 },
  );
  await until('a tray', () => told.join() === 'true');
  bus.stop();
  await until('no tray', () => told.join() === 'true,false');
  expect(tray.hasItem()).toBe(false);
  const again = await PrivateBus.start({ address });
  const another = await TrayHost.start(address);
  await until('a tray again', () => told.join() === 'true,false,true');
  expect(reports).toEqual(['session bus']);
  await another.stop();
  again.stop();
});

test(proves(desktop, 'few-handles'), async ({ tray }) => {
  const through = ['prlimit', '--nofile=128:128'];
  const app = startRaw({ profile: newProfile(), keyring: false, demo: true, through });
  await tray.tooltipLike(/GB this month/);
  await tray.choose('Refresh');
  await tray.tooltipLike(/just now/);
  await tray.choose('Quit');
  expect(await app.ended).toEqual({ code: 0, signal: null });
  expect(app.words()).not.toMatch(/exception|rejection/);
});

test(proves(desktop, 'no-handles'), async ({ server, tray, start }) => {
  const app = await start();
  const said = overhear(app);
  await signIn(await app.window('manager'));
  await tray.tooltipLike(/GB this month/);
  await answerMessageBoxes(app);
  await app.electron.evaluate(() => {
    const { openSync } = process.getBuiltinModule('node:fs');
    const held: number[] = [];
    Object.assign(globalThis, { held });
    try {
      for (;;) held.push(openSync('/dev/null', 'r'));
    } catch {}
  });
  server.simulator.account.monthOverride = { trafficGb: 7.25 };
  const before = server.count('GET');
  await tray.choose('Refresh');
  await until('a refresh under way', () => server.count('GET') === before + 2);
  await tray.click();
  await tray.choose('Open');
  expect(await lookAt(app, 'popover')).toBeNull();
  await app.electron.evaluate(() => {
    const { closeSync } = process.getBuiltinModule('node:fs');
    for (const handle of (globalThis as { held?: number[] }).held ?? []) closeSync(handle);
  });
  const message = 'No window of Oxygauge could be opened: too many files were open.';
  await until('it is said', async () => (await messageBoxes(app)).includes(message));
  await tray.click();
  await shown(app, 'popover');
  await tray.tooltipLike(/^7\.25 GB/);
  // The page that was open may have ended for want of a file; then it is there again.
  await until('the manager', async () => /Sub-users/.test((await pageOf(app, 'manager'))?.text ?? ''));
  expect(said()).not.toMatch(/exception|rejection/);
});

test(proves(desktop, 'closed-in-command'), async ({ server, tray, start }) => {
  server.simulator.faults.add({ fault: { kind: 'latency', delayMs: 700 }, on: /login/ });
  const app = await start();
  const said = overhear(app);
  const page = await app.window('manager');
  await signIn(page);
  await until('a sign-in under way', () => server.count('POST /v2/login') === 1);
  await page.close();
  await tray.tooltipLike(/GB this month/);
  await tray.choose('Manage sub-users');
  await until('a window', async () => (await lookAt(app, 'manager'))?.visible);
  await expect((await app.window('manager')).getByRole('heading', { name: 'Sub-users' })).toBeVisible();
  expect(server.count('POST /v2/login')).toBe(1);
  expect(said()).not.toMatch(/exception|rejection|Error sending/);
});

test(proves(desktop, 'popover-destroyed'), async ({ tray, start }) => {
  const app = await start({ demo: true });
  const said = overhear(app);
  await shown(app, 'manager');
  for (let round = 0; round < 2; round += 1) {
    await tray.click();
    await shown(app, 'popover');
    await tray.click();
    await hidden(app, 'popover');
    await app.electron.evaluate(({ BrowserWindow }) => {
      for (const window of BrowserWindow.getAllWindows())
        if (window.webContents.getURL().endsWith('/popover.html')) window.destroy();
    });
    expect(await lookAt(app, 'popover')).toBeNull();
  }
  await tray.click();
  await shown(app, 'popover');
  expect(said()).not.toMatch(/exception|rejection/);
});

test(proves(desktop, 'manager-opened-twice'), async ({ tray, start }) => {
  const app = await start({ demo: true });
  await shown(app, 'manager');
  // As a person closes it.
  await app.electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.close();
  });
  await until('no window', async () => (await lookAt(app, 'manager')) === null);
  await app.electron.evaluate(({ app: running }) => {
    for (let time = 0; time < 5; time += 1) running.emit('second-instance');
  });
  await tray.choose('Manage sub-users');
  await shown(app, 'manager');
  const windows = await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  expect(windows).toBe(1);
});
