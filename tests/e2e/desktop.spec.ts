import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';
import { expect } from '@playwright/test';
import { environmentOf, root, switchesOf } from '../driver/app.ts';
import { isAlive } from '../driver/processes.ts';
import { signIn } from '../driver/sign-in.ts';
import { TrayHost } from '../driver/tray-host.ts';
import { until } from '../driver/until.ts';
import { hidden, lookAt, openPopover, shown } from '../driver/windows.ts';
import { movePointer } from '../driver/x-desktop.ts';
import { desktop } from '../matrix/desktop.ts';
import { proves } from '../matrix/fault.ts';
import { test } from '../support/e2e/fixtures.ts';

test(proves(desktop, 'tray-host-comes-and-goes'), async ({ start }) => {
  const app = await start({ demo: true });
  const manager = await app.window('manager');
  const banner = manager.getByText(/Oxygauge found no system tray/);
  await expect(banner).toBeVisible();
  const tray = await TrayHost.start();
  await tray.tooltipLike(/GB this month/);
  await expect(banner).toBeHidden();
  // A panel restarts: the icon is there again, and the window that is closed in between does not quit the app.
  await tray.stop();
  await manager.close();
  const another = await TrayHost.start();
  await another.tooltipLike(/GB this month/);
  expect(await another.names()).toEqual({ id: 'oxygauge', title: 'Oxygauge' });
  expect(app.electron.windows()).toHaveLength(0);
  await another.stop();
});

test(proves(desktop, 'no-tray-host'), async ({ start }) => {
  const app = await start({ demo: true });
  const manager = await app.window('manager');
  await expect(manager.getByText(/Oxygauge found no system tray/)).toBeVisible();
  const gone = new Promise<void>((done) => app.electron.once('close', () => done()));
  await manager.close();
  await gone;
});

test('a click on the tray shows the popover, a second hides it, and Escape does', async ({ tray, start }) => {
  const app = await start({ demo: true });
  await openPopover(app, tray);
  await tray.click();
  await hidden(app, 'popover');
  const popover = await openPopover(app, tray);
  await popover.keyboard.press('Escape');
  await hidden(app, 'popover');
});

test('blur hides the popover, and the click that caused the blur does not bring it back', async ({
  tray,
  start,
}) => {
  const app = await start({ demo: true });
  await openPopover(app, tray);
  // The app distinguishes presses by this clock. It is frozen, so the speed of the computer does not matter.
  await app.electron.evaluate(() => {
    const pressedAt = Date.now();
    Date.now = () => pressedAt;
  });
  await app.electron.evaluate(({ BrowserWindow }) => {
    const isManager = (url: string) => url.endsWith('/manager.html');
    BrowserWindow.getAllWindows()
      .find(({ webContents }) => isManager(webContents.getURL()))
      ?.focus();
  });
  await hidden(app, 'popover');
  // The system moves the focus first and sends the click after it: one press, so the popover stays hidden.
  await tray.click();
  // The next press shows it. It would hide it if the first press had shown it again.
  await app.electron.evaluate(() => {
    const nextPressAt = Date.now() + 400;
    Date.now = () => nextPressAt;
  });
  await tray.click();
  await shown(app, 'popover');
});

test('the popover is inside the work area of the display at the pointer', async ({ tray, start }) => {
  const app = await start({ demo: true });
  await shown(app, 'manager');
  // Two displays on the test's one wide screen, with a panel each. The system reports no tray bounds here.
  const areas = await app.electron.evaluate(({ screen }) => {
    const [real] = screen.getAllDisplays();
    if (real === undefined) throw new Error('There is no display.');
    const left = {
      bounds: { x: 0, y: 0, width: 1280, height: 800 },
      workArea: { x: 0, y: 0, width: 1280, height: 760 },
    };
    const right = {
      bounds: { x: 1280, y: 0, width: 1280, height: 800 },
      workArea: { x: 1280, y: 40, width: 1280, height: 760 },
    };
    screen.getAllDisplays = () => [left, right].map((each) => ({ ...real, ...each }));
    return { left: left.workArea, right: right.workArea };
  });
  // Chromium keeps where the pointer left its window, and it goes on from there to the tray.
  const { x, y } = (await shown(app, 'manager')).bounds;
  await movePointer({ x: x + 50, y: y + 50 });
  await movePointer({ x: x - 5, y: y + 50 });
  await movePointer({ x: 2550, y: 5 });
  await tray.click();
  expect(inside((await shown(app, 'popover')).bounds, areas.right)).toBe(true);
  await tray.click();
  await hidden(app, 'popover');
  await movePointer({ x: 1200, y: 799 });
  await tray.click();
  expect(inside((await shown(app, 'popover')).bounds, areas.left)).toBe(true);
});

test('a press by the keyboard opens the popover where the panel says, not where the pointer is', async ({
  tray,
  start,
}) => {
  const app = await start({ demo: true });
  await movePointer({ x: 200, y: 790 });
  await tray.click({ x: 1100, y: 10 });
  const { bounds } = await shown(app, 'popover');
  expect(bounds).toMatchObject({ x: 910, y: 40 });
});

test('on X11 the windows have an icon, and the popover its own name and no place in the taskbar', async ({
  tray,
  start,
}) => {
  const app = await start({ demo: true });
  await shown(app, 'manager');
  await openPopover(app, tray);
  const [popover = '', manager = ''] = await Promise.all(
    (
      await app.electron.evaluate(({ BrowserWindow }) =>
        ['Oxygauge: this month', 'Oxygauge'].map((title) => {
          const window = BrowserWindow.getAllWindows().find((each) => each.getTitle() === title);
          return window?.getNativeWindowHandle().readUInt32LE(0) ?? 0;
        }),
      )
    ).map(windowProperties),
  );
  expect(popover).toMatch(/_NET_WM_WINDOW_TYPE\(ATOM\) = _NET_WM_WINDOW_TYPE_TOOLBAR/);
  expect(popover).toMatch(/Icon \(128 x 128\)/);
  expect(manager).toMatch(/Icon \(128 x 128\)/);
});

/** Returns the properties of a window as window managers read them. */
async function windowProperties(id: number): Promise<string> {
  const { stdout } = await promisify(execFile)('xprop', ['-id', String(id)], { maxBuffer: 10 ** 7 });
  return stdout;
}

type Box = { x: number; y: number; width: number; height: number };
function inside(box: Box, area: Box): boolean {
  return (
    box.x >= area.x &&
    box.y >= area.y &&
    box.x + box.width <= area.x + area.width &&
    box.y + box.height <= area.y + area.height
  );
}

test('closing the windows leaves the tray, and the menu brings them back', async ({ tray, start }) => {
  const app = await start();
  const manager = await app.window('manager');
  await signIn(manager);
  await tray.tooltipLike(/GB this month/);
  await manager.close();
  await until('no window', () => app.electron.windows().length === 0);
  expect(await tray.tooltip()).toMatch(/GB this month/);
  await tray.choose('Open');
  await shown(app, 'popover');
  const popover = await app.window('popover');
  await popover.getByRole('button', { name: 'Open Oxygauge' }).click();
  await shown(app, 'manager');
  await hidden(app, 'popover');
});

test('checklist single-instance, second-instance: a second start shows the first and ends, whatever its arguments are', async ({
  server,
  tray,
  start,
}) => {
  const app = await start();
  const manager = await app.window('manager');
  await signIn(manager);
  await tray.tooltipLike(/GB this month/);
  await manager.close();
  await until('no window', async () => (await lookAt(app, 'manager')) === null);
  const orders = ['--demo', 'https://example.com/', 'file:///etc/passwd', 'app://oxygauge/popover.html'];
  const args = switchesOf({ switches: orders }, app.profile);
  const asked = server.seen.length;
  const second = spawn(process.env.OXYGAUGE_ELECTRON ?? '', [root, ...args], {
    env: environmentOf({ apiUrl: 'http://127.0.0.1:9/v2' }),
    stdio: 'ignore',
  });
  const code = await new Promise((done) => second.once('exit', done));
  expect(code).toBe(0);
  await shown(app, 'manager');
  // Playwright hears of a window after main has shown it.
  await expect
    .poll(() => app.electron.windows().map((each) => each.url()))
    .toEqual(['app://oxygauge/manager.html']);
  expect(await tray.tooltip()).not.toContain('Demo');
  // The overview, which it shows, reads targets by itself.
  const other = server.seen.slice(asked).filter(({ path }) => !path.endsWith('/target-stats'));
  expect(other).toEqual([]);
});

test('Quit ends every process', async ({ tray, start }) => {
  const app = await start({ demo: true });
  await openPopover(app, tray);
  const pids = await app.electron.evaluate(({ app: running }) =>
    running.getAppMetrics().map(({ pid }) => pid),
  );
  expect(pids.length).toBeGreaterThan(2);
  await tray.choose('Quit');
  await until('every process gone', () => pids.every((pid) => !isAlive(pid)));
});
