import { expect } from '@playwright/test';
import { desktop } from '../matrix/desktop.ts';
import { proves } from '../matrix/fault.ts';
import type { App } from '../support/app.ts';
import { test } from '../support/fixtures.ts';
import { answerMessageBoxes, messageBoxes } from '../support/message-boxes.ts';
import { overhear } from '../support/overhear.ts';
import { isAlive } from '../support/processes.ts';
import { signIn } from '../support/sign-in.ts';
import type { SimulatorServer } from '../support/simulator-server.ts';
import type { TrayHost } from '../support/tray-host.ts';
import { until } from '../support/until.ts';
import { lookAt, pageOf, shown } from '../support/windows.ts';

type PageName = 'manager' | 'popover';

/** The process of Chromium by its kind (`GPU`, `Network Service`). */
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

async function pageProcess(app: App, page: PageName): Promise<number> {
  return (await until(`the page of the ${page}`, () => pageOf(app, page))).pid;
}

/** Waits until a new process shows these words. */
async function backWith(app: App, page: PageName, former: number, words: RegExp): Promise<void> {
  await until(`the ${page} back`, async () => {
    const now = await pageOf(app, page);
    return now !== null && now.pid !== former && words.test(now.text);
  });
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
  await expect(manager.getByRole('heading', { name: 'Sub-users' })).toBeVisible();
  for (let kill = 0; kill < 8; kill += 1) await killed(await helperOf(app, 'GPU'));
  await tray.click();
  await shown(app, 'popover');
  // A picture takes a frame that was drawn.
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
  expect(await messageBoxes(app)).toEqual(['The windows of Oxygauge cannot be drawn, so they were closed.']);
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
    if (page === 'popover') await tray.click();
    await shown(app, page);
    const first = await pageProcess(app, page);
    await killed(first);
    await backWith(app, page, first, page === 'popover' ? /5\.25 GB/ : /Sub-users/);
    for (const person of server.simulator.account.people.values())
      if (person.username === 'price_monitor_eu') person.username = 'renamed_meanwhile';
    await refreshedTo(server, tray, 6.25);
    await until('the change', async () => /renamed_meanwhile/.test((await pageOf(app, page))?.text ?? ''));
    expect(said()).toContain(`oxygauge: ${page} page: ProcessGone`);
    expect(said()).not.toMatch(/Error sending|exception|rejection/);
  });
}

test(proves(desktop, 'page-dies-again'), async ({ server, tray, start }) => {
  const app = await start();
  await signIn(await app.window('manager'));
  await tray.tooltipLike(/GB this month/);
  await answerMessageBoxes(app);
  for (let life = 0; life < 3; life += 1) {
    const pid = await pageProcess(app, 'manager');
    await killed(pid);
    await backWith(app, 'manager', pid, /Sub-users/);
  }
  await killed(await pageProcess(app, 'manager'));
  await until('the window closed', async () => (await lookAt(app, 'manager')) === null);
  expect(await messageBoxes(app)).toEqual([
    'The window of Oxygauge stopped again and again, so it was closed.',
  ]);
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
  await backWith(app, 'manager', first, /Sub-users/);
  expect(await messageBoxes(app)).toEqual([question, question]);
});

test(proves(desktop, 'popover-hangs'), async ({ tray, start }) => {
  const app = await start({ demo: true });
  await shown(app, 'manager');
  await tray.tooltipLike(/GB this month/);
  await tray.click();
  await shown(app, 'popover');
  await answerMessageBoxes(app);
  const first = await pageProcess(app, 'popover');
  await hang(app, 'popover');
  await backWith(app, 'popover', first, /This month/);
  expect(await messageBoxes(app)).toEqual([]);
});

/** A page that works for ever. Chromium does not tell of it while a debugger is attached, as the test's is: we do. */
async function hang(app: App, page: PageName): Promise<void> {
  await app.electron.evaluate(({ BrowserWindow }, name) => {
    const window = BrowserWindow.getAllWindows().find(({ webContents }) =>
      webContents.getURL().endsWith(`/${name}.html`),
    );
    window?.webContents.executeJavaScript('for (;;) {}').catch(() => {});
    window?.emit('unresponsive');
  }, page);
}

test(proves(desktop, 'network-process-killed'), async ({ server, tray, start }) => {
  const app = await start();
  const page = await app.window('manager');
  await signIn(page);
  await tray.tooltipLike(/GB this month/);
  server.simulator.faults.add({ fault: { kind: 'latency', delayMs: 1_000 }, times: 2 });
  server.simulator.account.monthOverride = { trafficGb: 8.25 };
  const before = server.count('GET');
  await tray.choose('Refresh');
  await until('a refresh under way', () => server.count('GET') === before + 2);
  await killed(await helperOf(app, 'Network Service'));
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
  // A new window has its files from the app itself, by the same process.
  await tray.click();
  await expect((await app.window('popover')).getByRole('heading', { name: 'This month' })).toBeVisible();
});
