import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { type App, root } from '../driver/app.ts';
import { overhear } from '../driver/app-output.ts';
import { answerMessageBoxes, messageBoxes } from '../driver/message-boxes.ts';
import { familyOf, isAlive, processesWith } from '../driver/processes.ts';
import { newProfile } from '../driver/profiles.ts';
import { endRawApps, startRaw } from '../driver/raw-app.ts';
import { signIn } from '../driver/sign-in.ts';
import { until } from '../driver/until.ts';
import { desktop } from '../matrix/desktop.ts';
import { proves } from '../matrix/fault.ts';
import { test } from '../support/e2e/fixtures.ts';

test.afterEach(endRawApps);

/** Throws from a timer, where nothing catches it, like a fault of the app. */
function throwInMain(app: App): Promise<void> {
  return app.electron.evaluate(() => {
    setTimeout(() => {
      throw new TypeError('a secret that is in the words of an error');
    });
  });
}

test(proves(desktop, 'exception-seen'), async ({ server, tray, start }) => {
  const app = await start();
  const said = overhear(app);
  await signIn(await app.window('manager'));
  await tray.tooltipLike(/GB this month/);
  await answerMessageBoxes(app);
  for (let fault = 1; fault <= 3; fault += 1) {
    await throwInMain(app);
    await until(
      'a report',
      () => said().split('oxygauge: uncaught exception: TypeError').length === fault + 1,
    );
  }
  expect(await messageBoxes(app)).toEqual(['Something went wrong inside Oxygauge.']);
  expect(said()).not.toContain('a secret');
  server.simulator.account.monthOverride = { trafficGb: 7.25 };
  await tray.choose('Refresh');
  await tray.tooltipLike(/^7\.25 GB/);
});

test(proves(desktop, 'exception-signed-in-for-this-run'), async ({ server, tray, start }) => {
  const app = await start({ keyring: false });
  const page = await app.window('manager');
  await signIn(page);
  await tray.tooltipLike(/GB this month/);
  await page.close();
  await answerMessageBoxes(app);
  await throwInMain(app);
  await until('a message', async () => (await messageBoxes(app)).length === 1);
  server.simulator.account.monthOverride = { trafficGb: 7.25 };
  await tray.choose('Refresh');
  await tray.tooltipLike(/^7\.25 GB/);
});

test(proves(desktop, 'exception-unseen'), async ({ server, tray, start }) => {
  const app = await start();
  const page = await app.window('manager');
  await signIn(page);
  await tray.tooltipLike(/GB this month/);
  await page.close();
  await until('no window', () => app.electron.windows().length === 0);
  const family = familyOf(app.electron.process().pid ?? 0);
  server.simulator.account.monthOverride = { trafficGb: 7.25 };
  const exit = new Promise((done) => app.electron.process().once('exit', done));
  await throwInMain(app);
  await exit;
  await until('every process of the first gone', () => !family.some(isAlive));
  await tray.tooltipLike(/^7\.25 GB/);
  expect(processesWith(app.profile).some(({ command }) => command.includes('--restarted-at='))).toBe(true);
  await tray.choose('Quit');
  await until('no process left', () => processesWith(app.profile).length === 0);
});

test(proves(desktop, 'rejection'), async ({ server, tray, start }) => {
  const app = await start();
  const said = overhear(app);
  await signIn(await app.window('manager'));
  await tray.tooltipLike(/GB this month/);
  await answerMessageBoxes(app);
  await app.electron.evaluate(() => {
    setTimeout(() => void Promise.reject(new TypeError('a secret that is in the words of an error')));
  });
  await until('a report', () => said().includes('oxygauge: unhandled rejection: TypeError'));
  expect(said()).not.toContain('a secret');
  server.simulator.account.monthOverride = { trafficGb: 7.25 };
  await tray.choose('Refresh');
  await tray.tooltipLike(/^7\.25 GB/);
  expect(await messageBoxes(app)).toEqual([]);
});

/** What fails, by the time of the start at which it does. */
const failing = {
  'before it is ready': 'protocol.registerSchemesAsPrivileged',
  'after the tray is shown': 'ipcMain.handle',
};
for (const [when, part] of Object.entries(failing)) {
  test(proves(desktop, 'cannot-start', when), async () => {
    const profile = newProfile();
    const folder = mkdtempSync(join(tmpdir(), 'oxygauge-broken-'));
    writeFileSync(
      join(folder, 'package.json'),
      JSON.stringify({ name: 'broken', version: '0.0.0', type: 'module', main: 'main.js' }),
    );
    const broken = `
    import { dialog, ipcMain, protocol } from 'electron';
    ${part} = () => { throw new TypeError('a secret that is in the words of an error'); };
    dialog.showErrorBox = (title, text) => console.error(title, '|', text);
    await import(${JSON.stringify(join(root, 'dist/main.js'))});`;
    writeFileSync(join(folder, 'main.js'), broken);
    const app = startRaw({ profile, folder, keyring: false });
    const ending = await app.ended;
    expect(ending, app.words()).toEqual({ code: 1, signal: null });
    expect(app.words()).toContain('Oxygauge could not start | Something went wrong inside Oxygauge.');
    expect(app.words()).not.toContain('a secret');
    await until('no process left', () => processesWith(profile).length === 0);
  });
}
