import { expect } from '@playwright/test';
import type { App } from '../driver/app.ts';
import { faultLine, overhear } from '../driver/app-output.ts';
import { answerMessageBoxes, messageBoxes } from '../driver/message-boxes.ts';
import { isAlive } from '../driver/processes.ts';
import { signIn } from '../driver/sign-in.ts';
import type { TrayHost } from '../driver/tray-host.ts';
import { until } from '../driver/until.ts';
import { killPage, lookAt, openPopover, pageProcess, shown, wordsOn } from '../driver/windows.ts';
import { desktop } from '../matrix/desktop.ts';
import { proves } from '../matrix/fault.ts';
import { test } from '../support/e2e/fixtures.ts';
import type { SimulatorServer } from '../support/server/simulator-server.ts';

type PageName = 'manager' | 'popover';

/** Returns the id of a Chromium process by its kind (`GPU`, `Network Service`). */
async function helperOf(app: App, name: string): Promise<number> {
  return until(`the ${name} process`, async () => {
    const pids = await app.electron.evaluate(
      ({ app: running }, wanted) =>
        running.getAppMetrics().flatMap((one) => ([one.type, one.name].includes(wanted) ? [one.pid] : [])),
      name,
    );
    return pids.find(isAlive);
  });
}

async function killed(pid: number): Promise<void> {
  process.kill(pid, 'SIGKILL');
  await until(`process ${pid} gone`, () => !isAlive(pid));
}

/** Waits until these words are on a reloaded page. */
async function backWith(app: App, page: PageName, words: RegExp): Promise<void> {
  await until(`the ${page} back`, async () => words.test((await wordsOn(app, page)) ?? ''));
  expect((await lookAt(app, page))?.visible).toBe(true);
}

async function refreshedTo(server: SimulatorServer, tray: TrayHost, trafficGb: number): Promise<void> {
  server.simulator.account.monthOverride = { trafficGb };
  await tray.choose('Refresh');
  await tray.tooltipLike(new RegExp(`^${trafficGb} GB`));
}

test(proves(desktop, 'gpu-killed'), async ({ tray, start }) => {
  const app = await start({ demo: true });
  await shown(app, 'manager');
  const manager = await app.window('manager');
  await expect(manager.getByRole('heading', { name: 'Overview' })).toBeVisible();
  for (let kill = 0; kill < 8; kill += 1) await killed(await helperOf(app, 'GPU'));
  await openPopover(app, tray);
  // A screenshot takes a rendered frame.
  for (const page of [manager, await app.window('popover')])
    expect((await page.screenshot()).length).toBeGreaterThan(1_000);
});

test(proves(desktop, 'gpu-unusable'), async ({ server, tray, start }) => {
  const app = await start();
  await signIn(await app.window('manager'));
  await tray.tooltipLike(/GB this month/);
  await answerMessageBoxes(app);
  const windowsLeft = () =>
    app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  let kills = 0;
  for (; (await windowsLeft()) > 0 && kills < 30; kills += 1) await killed(await helperOf(app, 'GPU'));
  expect(kills).toBeLessThan(30);
  expect(await messageBoxes(app)).toEqual(['The windows of Oxygauge could not be drawn and were closed.']);
  await refreshedTo(server, tray, 7.25);
  await tray.choose('Manage sub-users');
  await shown(app, 'manager');
});

for (const page of ['manager', 'popover'] as const) {
  test(proves(desktop, `${page}-killed`), async ({ server, tray, start }) => {
    const app = await start();
    const said = overhear(app);
    await signIn(await app.window('manager'));
    await refreshedTo(server, tray, 5.25);
    if (page === 'popover') await openPopover(app, tray);
    await shown(app, page);
    await killPage(app, page);
    await backWith(app, page, page === 'popover' ? /5\.3 GB/ : /Sub-users/);
    for (const person of server.simulator.account.people.values())
      if (person.username === 'price_monitor_eu') person.username = 'renamed_meanwhile';
    await refreshedTo(server, tray, 6.25);
    await until('the change', async () => /renamed_meanwhile/.test((await wordsOn(app, page)) ?? ''));
    await until('its report', () => said().includes(`oxygauge: ${page} page: ProcessGone`));
    expect(said()).not.toMatch(faultLine);
    expect(said()).not.toContain('Error sending');
  });
}

test(proves(desktop, 'page-dies-again'), async ({ server, tray, start }) => {
  const app = await start();
  await signIn(await app.window('manager'));
  await tray.tooltipLike(/GB this month/);
  await answerMessageBoxes(app);
  for (let life = 0; life < 3; life += 1) {
    await killPage(app, 'manager');
    await backWith(app, 'manager', /Sub-users/);
  }
  await killPage(app, 'manager');
  await until('the window closed', async () => (await lookAt(app, 'manager')) === null);
  expect(await messageBoxes(app)).toEqual(['The window of Oxygauge kept stopping and was closed.']);
  await refreshedTo(server, tray, 7.25);
  await tray.choose('Manage sub-users');
  await shown(app, 'manager');
});

test(proves(desktop, 'manager-hangs'), async ({ tray, start }) => {
  const app = await start({ demo: true });
  await shown(app, 'manager');
  await tray.tooltipLike(/GB this month/);
  const first = await pageProcess(app, 'manager');
  const wait = 0;
  await answerMessageBoxes(app, wait);
  await hang(app, 'manager');
  const question = 'The window of Oxygauge does not respond.';
  await until('a question', async () => (await messageBoxes(app)).join() === question);
  expect(isAlive(first)).toBe(true);
  const loadAgain = 1;
  await answerMessageBoxes(app, loadAgain);
  await hang(app, 'manager');
  await loadedAgain(app);
  await backWith(app, 'manager', /Sub-users/);
  expect(await messageBoxes(app)).toEqual([question, question]);
});

test(proves(desktop, 'popover-hangs'), async ({ tray, start }) => {
  const app = await start({ demo: true });
  await shown(app, 'manager');
  await tray.tooltipLike(/GB this month/);
  await openPopover(app, tray);
  await answerMessageBoxes(app);
  await hang(app, 'popover');
  await loadedAgain(app);
  await backWith(app, 'popover', /This month/);
  expect(await messageBoxes(app)).toEqual([]);
});

/**
 * Makes a page busy for ever, and emits `unresponsive`: Chromium does not report it while a debugger is attached, as
 * Playwright's is.
 */
async function hang(app: App, page: PageName): Promise<void> {
  await app.electron.evaluate(({ BrowserWindow }, name) => {
    const window = BrowserWindow.getAllWindows().find(({ webContents }) =>
      webContents.getURL().endsWith(`/${name}.html`),
    );
    Object.assign(globalThis, { loadedAgain: false });
    window?.webContents.once('did-finish-load', () => Object.assign(globalThis, { loadedAgain: true }));
    window?.webContents.executeJavaScript('for (;;) {}').catch(() => {});
    window?.emit('unresponsive');
  }, page);
}

/** Waits until the hanging page is reloaded. */
function loadedAgain(app: App): Promise<boolean> {
  return until('the page loaded again', () =>
    app.electron.evaluate(() => (globalThis as { loadedAgain?: boolean }).loadedAgain),
  );
}

test(proves(desktop, 'network-process-killed'), async ({ server, tray, start }) => {
  const app = await start();
  const page = await app.window('manager');
  await signIn(page);
  await tray.tooltipLike(/GB this month/);
  const release = server.hold(/^GET/);
  server.simulator.account.monthOverride = { trafficGb: 8.25 };
  const before = server.countOfRefreshes();
  await tray.choose('Refresh');
  await until('a refresh under way', () => server.countOfRefreshes() === before + 2);
  await killed(await helperOf(app, 'Network Service'));
  release();
  await tray.tooltipLike(/^8\.25 GB/);
  await refreshedTo(server, tray, 9.25);
  const created = await page.evaluate(() =>
    window.oxygauge.command('createSubUser', {
      username: 'after_the_end',
      password: 'Abcdefghij1_',
      limitGb: null,
      disablesAtLimit: false,
      lifetime: false,
    }),
  );
  expect(created).toMatchObject({ ok: true });
  // A new window reads its files from the app itself, through the same process.
  await expect((await openPopover(app, tray)).getByRole('heading', { name: 'This month' })).toBeVisible();
});
