import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { App, LaunchOptions } from '../driver/app.ts';
import { faultLine } from '../driver/app-output.ts';
import { PrivateBus } from '../driver/private-bus.ts';
import { OwnDisplay } from '../driver/private-display.ts';
import { familyOf, isAlive, processesWith } from '../driver/processes.ts';
import { newProfile } from '../driver/profiles.ts';
import { endRawApps, startRaw } from '../driver/raw-app.ts';
import { signIn } from '../driver/sign-in.ts';
import { TrayHost } from '../driver/tray-host.ts';
import { until } from '../driver/until.ts';
import { desktop } from '../matrix/desktop.ts';
import { proves } from '../matrix/fault.ts';
import { test } from '../support/e2e/fixtures.ts';
import { wholeFiles } from '../support/e2e/whole-files.ts';

test.afterEach(endRawApps);

type Start = (options?: LaunchOptions) => Promise<App>;

/** Signs in on a computer without a keyring, with the sign-in stored for the next start. */
async function startKept(start: Start, environment: Record<string, string> = {}): Promise<App> {
  const app = await start({ keyring: false, environment });
  const page = await app.window('manager');
  await page.evaluate(() => window.oxygauge.command('changeSettings', { keepWithoutKeyring: true }));
  await signIn(page);
  await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible();
  return app;
}

/** Checks what must be true after an unannounced end. */
async function endsWhole(app: App, start: Start, end: () => void): Promise<void> {
  const family = familyOf(app.electron.process().pid ?? 0);
  expect(family.length).toBeGreaterThan(3);
  end();
  await until('every process gone', () => !family.some(isAlive));
  expect(wholeFiles(app.profile)).toEqual(expect.arrayContaining(['settings.json', 'vault.json']));
  const tray = await TrayHost.start();
  await start({ profile: app.profile, keyring: false });
  await tray.tooltipLike(/GB this month/);
  await tray.stop();
}

test(proves(desktop, 'kill-9'), async ({ start }) => {
  const app = await startKept(start);
  await endsWhole(app, start, () => app.electron.process().kill('SIGKILL'));
});

test(proves(desktop, 'display-removed'), async ({ start }) => {
  const display = await OwnDisplay.start();
  const app = await startKept(start, { DISPLAY: display.name, XAUTHORITY: '' });
  await endsWhole(app, start, () => display.remove());
});

test(proves(desktop, 'session-bus-dies'), async ({ start }) => {
  const bus = await PrivateBus.start();
  const app = await startKept(start, { DBUS_SESSION_BUS_ADDRESS: bus.address });
  await endsWhole(app, start, () => bus.stop());
});

test(proves(desktop, 'two-starts'), async () => {
  for (let round = 0; round < 4; round += 1) {
    const profile = newProfile();
    const both = [0, 1].map(() => startRaw({ profile, keyring: false, demo: true }));
    const first = await Promise.race(both.map(async (each) => ({ each, ending: await each.ended })));
    expect(first.ending).toEqual({ code: 0, signal: null });
    const [other] = both.filter((each) => each !== first.each);
    if (other === undefined) throw new Error('Both ended.');
    await until('the one that stays at work', () => processesWith(profile).length > 2);
    other.kill('SIGTERM');
    expect(await other.ended).toEqual({ code: 0, signal: null });
    await until('no process left', () => processesWith(profile).length === 0);
    wholeFiles(profile);
    expect(both.map((each) => each.words()).join('')).not.toMatch(faultLine);
  }
});

const endings: Record<string, (app: App) => unknown> = {
  SIGTERM: (app) => app.electron.process().kill('SIGTERM'),
  SIGINT: (app) => app.electron.process().kill('SIGINT'),
  SIGHUP: (app) => app.electron.process().kill('SIGHUP'),
  'the system shuts down': (app) =>
    app.electron.evaluate(({ powerMonitor }) => void powerMonitor.emit('shutdown')),
  'Windows logs out': (app) =>
    app.electron.evaluate(({ BrowserWindow }) => void BrowserWindow.getAllWindows()[0]?.emit('session-end')),
};
for (const [name, end] of Object.entries(endings)) {
  test(proves(desktop, 'session-ends', name), async ({ tray, start }) => {
    const app = await start({ demo: true });
    await tray.tooltipLike(/GB this month/);
    const page = await app.window('manager');
    const found = join(app.profile, 'clipboard-at-the-end');
    await app.electron.evaluate(({ app: running, clipboard }, file) => {
      running.on('quit', () =>
        process.getBuiltinModule('node:fs').writeFileSync(file, `[${clipboard.readText()}]`),
      );
    }, found);
    await page.evaluate(async () => {
      await window.oxygauge.command('copyText', { text: 'a password', secret: true });
      await window.oxygauge.command('changeSettings', { refreshIntervalMinutes: 17 });
    });
    const family = familyOf(app.electron.process().pid ?? 0);
    const exit = new Promise((done) => app.electron.process().once('exit', done));
    const began = Date.now();
    // A call through the test's own connection may be cut off by the end.
    void Promise.resolve(end(app)).catch(() => {});
    expect(await exit).toBe(0);
    expect(Date.now() - began).toBeLessThan(3_000);
    expect(readFileSync(found, 'utf8')).toBe('[]');
    expect(readFileSync(join(app.profile, 'settings.json'), 'utf8')).toContain('"refreshIntervalMinutes":17');
    await until('every process gone', () => !family.some(isAlive));
  });
}

test(proves(desktop, 'terminal-gone'), async ({ tray }) => {
  const profile = newProfile();
  const app = startRaw({ profile, keyring: false, demo: true });
  await tray.tooltipLike(/GB this month/);
  app.deafen();
  for (let report = 0; report < 2; report += 1) {
    const network = await until('the network process', () =>
      processesWith('network.mojom.NetworkService').find(({ pid }) => familyOf(app.pid).includes(pid)),
    );
    process.kill(network.pid, 'SIGKILL');
    await until('the network process gone', () => !isAlive(network.pid));
  }
  await tray.choose('Open');
  await until('two pages', () => pagesOf(app.pid) === 2);
  await tray.choose('Quit');
  expect(await app.ended).toEqual({ code: 0, signal: null });
});

function pagesOf(pid: number): number {
  return processesWith('--type=renderer').filter((row) => familyOf(pid).includes(row.pid)).length;
}
