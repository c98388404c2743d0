import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { watchTrayHost } from '../../electron/desktop/tray/tray-host.ts';
import { faultLine, overhear } from '../driver/app-output.ts';
import { answerMessageBoxes, messageBoxes } from '../driver/message-boxes.ts';
import { PrivateBus } from '../driver/private-bus.ts';
import { processesWith } from '../driver/processes.ts';
import { newProfile } from '../driver/profiles.ts';
import { endRawApps, startRaw } from '../driver/raw-app.ts';
import { signIn } from '../driver/sign-in.ts';
import { TrayHost } from '../driver/tray-host.ts';
import { until } from '../driver/until.ts';
import { hidden, lookAt, shown, wordsOn } from '../driver/windows.ts';
import { desktop } from '../matrix/desktop.ts';
import { proves } from '../matrix/fault.ts';
import { test } from '../support/e2e/fixtures.ts';

test.afterEach(endRawApps);

const noTray = /Oxygauge found no system tray/;

test(proves(desktop, 'no-session-bus'), async ({ server, start }) => {
  const app = await start({ keyring: false, environment: { DBUS_SESSION_BUS_ADDRESS: 'disabled:' } });
  const said = overhear(app);
  const page = await app.window('manager');
  await expect(page.getByText(noTray)).toBeVisible();
  await signIn(page);
  await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible();
  const before = server.countOfRefreshes();
  await page.evaluate(() => window.oxygauge.command('refresh', null));
  expect(server.countOfRefreshes()).toBe(before + 2);
  const asked = Date.now();
  const outcome = await page.evaluate(() => window.oxygauge.command('testNotification', null));
  expect(outcome).toEqual({ ok: true, value: { outcome: 'failed' } });
  expect(Date.now() - asked).toBeLessThan(5_000);
  expect(said()).not.toMatch(faultLine);
});

test(proves(desktop, 'no-session-bus', 'and no address'), async () => {
  const profile = newProfile();
  // libdbus would abort Chromium here, so the app restarts itself with an address that leads nowhere.
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
  await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible();

  const bus = await PrivateBus.start({ address });
  const tray = await TrayHost.start(address);
  await expect(page.getByText(noTray)).toBeHidden();
  await tray.tooltipLike(/GB this month/);
  expect(said()).not.toMatch(faultLine);
  await app.close();
  await tray.stop();
  await bus.stop();
});

test(proves(desktop, 'bus-connection-lost'), async () => {
  const address = `unix:path=${join(tmpdir(), 'lost-bus')}`;
  const bus = await PrivateBus.start({ address });
  const tray = await TrayHost.start(address);
  const trayShown: boolean[] = [];
  const reports: string[] = [];
  let newHosts = 0;
  watchTrayHost(
    {
      onChange: (isShown) => trayShown.push(isShown),
      onNewHost: () => {
        newHosts += 1;
      },
      report: (what) => reports.push(what),
      hasOlderTray: async () => false,
    },
    { busAddress: address, retryMs: [20, 100], listedMs: 20 },
  );
  // This process has no icon there, as an app whose icon was made before the host came.
  await until('an icon that is not listed', () => newHosts === 1);
  await until('a tray', () => trayShown.join() === 'true');
  await bus.stop();
  await until('no tray', () => trayShown.join() === 'true,false');
  expect(tray.hasItem()).toBe(false);
  const again = await PrivateBus.start({ address });
  const another = await TrayHost.start(address);
  await until('a tray again', () => trayShown.join() === 'true,false,true');
  expect(reports).toEqual(['session bus']);
  expect(newHosts).toBe(2);
  await another.stop();
  await again.stop();
});

test(proves(desktop, 'few-handles'), async ({ tray }) => {
  const through = ['prlimit', '--nofile=128:128'];
  const app = startRaw({ profile: newProfile(), keyring: false, demo: true, through });
  await tray.tooltipLike(/GB this month/);
  await tray.choose('Refresh');
  await tray.tooltipLike(/just now/);
  await tray.choose('Quit');
  expect(await app.ended).toEqual({ code: 0, signal: null });
  expect(app.words()).not.toMatch(faultLine);
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
  const before = server.countOfRefreshes();
  await tray.choose('Refresh');
  await until('a refresh under way', () => server.countOfRefreshes() === before + 2);
  await tray.click();
  await tray.choose('Open');
  expect(await lookAt(app, 'popover')).toBeNull();
  await app.electron.evaluate(() => {
    const { closeSync } = process.getBuiltinModule('node:fs');
    for (const handle of (globalThis as { held?: number[] }).held ?? []) closeSync(handle);
  });
  const message = 'Oxygauge could not open a window: too many files were open.';
  await until('it is said', async () => (await messageBoxes(app)).includes(message));
  await tray.click();
  await shown(app, 'popover');
  await tray.tooltipLike(/^7\.25 GB/);
  // The page may have crashed for lack of a file handle; then it is loaded again.
  await until('the manager', async () => /Sub-users/.test((await wordsOn(app, 'manager')) ?? ''));
  expect(said()).not.toMatch(faultLine);
});

test(proves(desktop, 'closed-in-command'), async ({ server, tray, start }) => {
  const release = server.hold(/login/);
  const app = await start();
  const said = overhear(app);
  const page = await app.window('manager');
  await signIn(page);
  await until('a sign-in under way', () => server.count('POST /v2/login') === 1);
  await page.close();
  release();
  await tray.tooltipLike(/GB this month/);
  await tray.choose('Manage sub-users');
  await until('a window', async () => (await lookAt(app, 'manager'))?.visible);
  await expect((await app.window('manager')).getByRole('heading', { name: 'Overview' })).toBeVisible();
  expect(server.count('POST /v2/login')).toBe(1);
  expect(said()).not.toMatch(faultLine);
  expect(said()).not.toContain('Error sending');
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
  expect(said()).not.toMatch(faultLine);
});

test(proves(desktop, 'manager-opened-twice'), async ({ tray, start }) => {
  const app = await start({ demo: true });
  await shown(app, 'manager');
  // As a user closes it.
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
