import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type App, launch, removeProfiles } from '../tests/support/app.ts';
import { openAccount, signIn } from '../tests/support/sign-in.ts';
import { SimulatorServer } from '../tests/support/simulator-server.ts';
import { TrayHost } from '../tests/support/tray-host.ts';
import { shown } from '../tests/support/windows.ts';

/** Inside the session that `pictures.ts` made: walks through the states and takes each in both colour schemes. */
const hourMs = 3_600_000;
const folder = process.env.OXYGAUGE_OUTPUT ?? '.';

for (const scale of [1, 2]) {
  await demo(scale);
  await states(scale);
  await firstError(scale);
}
removeProfiles();

async function demo(scale: number): Promise<void> {
  const { tray, app } = await open(scale, { demo: true });
  const manager = await app.window('manager');
  await manager.getByRole('row', { name: 'seo_audit' }).waitFor();
  await take(manager, 'manager-sub-users', scale);
  await manager.getByRole('button', { name: 'New sub-user' }).click();
  await take(manager, 'manager-new', scale);
  await manager.keyboard.press('Escape');
  await manager.getByRole('button', { name: 'Actions for travel_fares' }).click();
  await manager.getByRole('menuitem', { name: 'Delete' }).click();
  await take(manager, 'manager-delete', scale);
  await manager.keyboard.press('Escape');
  await manager.getByRole('button', { name: 'Actions for travel_fares' }).click();
  await manager.getByRole('menuitem', { name: 'Usage' }).click();
  await manager.getByRole('grid', { name: 'Traffic by time' }).waitFor();
  await take(manager, 'manager-usage', scale);
  await manager.getByRole('tab', { name: 'Targets' }).click();
  await manager.getByRole('row', { name: 'google.com' }).waitFor();
  await take(manager, 'manager-targets', scale);
  await openAccount(manager);
  await manager.getByRole('heading', { name: 'This month' }).waitFor();
  await take(manager, 'manager-account', scale);
  const popover = await popoverOf(app, tray);
  await popover.getByRole('heading', { name: 'Nearest to their limit' }).waitFor();
  await take(popover, 'popover', scale);
  await close(app, tray);
}

async function states(scale: number): Promise<void> {
  const server = await SimulatorServer.start();
  const { faults, account } = server.simulator;
  const { tray, app } = await open(scale, { apiUrl: server.url, keyring: false });
  const manager = await app.window('manager');
  await manager.getByRole('button', { name: 'Sign in' }).waitFor();
  await take(manager, 'manager-sign-in', scale);
  const popover = await popoverOf(app, tray);
  await popover.getByRole('heading', { name: 'Signed out' }).waitFor();
  await take(popover, 'popover-signed-out', scale);
  await signIn(manager, { username: 'demo_main', password: 'wrong' });
  await manager.getByRole('alert').waitFor();
  await take(manager, 'manager-wrong-password', scale);

  faults.add({ fault: { kind: 'latency', delayMs: 3_000 }, on: /GET/ });
  await signIn(manager);
  await openAccount(manager);
  await popover.getByText('Reading this month’s traffic…').waitFor();
  await take(popover, 'popover-loading', scale);
  await popover.getByRole('heading', { name: 'Nearest to their limit' }).waitFor();
  await take(manager, 'manager-no-keyring', scale);

  faults.clear();
  faults.add({ fault: { kind: 'refuse', status: 400 }, on: /GET/ });
  await popover.getByRole('button', { name: 'Refresh' }).click();
  await popover.getByText(/Oxylabs refused/).waitFor();
  await take(popover, 'popover-problem', scale);
  await app.electron.evaluate(({ net }) => {
    net.isOnline = () => false;
  });
  await popover.getByText(/^Offline/).waitFor();
  await take(popover, 'popover-offline', scale);
  await inAnHour(app, popover);
  await popover.getByText(/^Old figure/).waitFor({ timeout: 90_000 });
  await take(popover, 'popover-stale', scale);
  await app.electron.evaluate(({ net }) => {
    net.isOnline = () => true;
  });
  account.refuseTokens(true);
  faults.clear();
  await popover.getByText(/no longer accepts/).waitFor();
  await take(popover, 'popover-refused', scale);
  await take(manager, 'manager-refused', scale);
  await close(app, tray);
  await server.stop();
}

async function firstError(scale: number): Promise<void> {
  const server = await SimulatorServer.start();
  server.simulator.faults.add({ fault: { kind: 'refuse', status: 503 }, on: /GET/ });
  const { tray, app } = await open(scale, { apiUrl: server.url });
  await signIn(await app.window('manager'));
  const popover = await popoverOf(app, tray);
  await popover.getByRole('button', { name: 'Try again' }).waitFor();
  await take(popover, 'popover-error', scale);
  await close(app, tray);
  await server.stop();
}

/** Main's clock and the page's go forward; main looks at the age of its figures once a minute. */
async function inAnHour(app: App, page: Page): Promise<void> {
  await app.electron.evaluate((_electron, byMs) => {
    const real = Date.now;
    Date.now = () => real() + byMs;
  }, hourMs);
  await page.evaluate((byMs) => {
    const real = Date.now;
    Date.now = () => real() + byMs;
  }, hourMs);
}

async function open(
  scale: number,
  options: Parameters<typeof launch>[0],
): Promise<{ tray: TrayHost; app: App }> {
  const tray = await TrayHost.start();
  const app = await launch({ ...options, switches: [`--force-device-scale-factor=${scale}`] });
  return { tray, app };
}

async function close(app: App, tray: TrayHost): Promise<void> {
  await app.close();
  await tray.stop();
}

async function popoverOf(app: App, tray: TrayHost): Promise<Page> {
  await tray.click();
  await shown(app, 'popover');
  return app.window('popover');
}

async function take(page: Page, name: string, scale: number): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const path = join(folder, `${name}-${colorScheme}${scale === 1 ? '' : `@${scale}x`}.png`);
    await page.screenshot({ path, scale: 'device', animations: 'disabled' });
  }
  await page.emulateMedia({ colorScheme: null });
}
