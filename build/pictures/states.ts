import type { Page } from '@playwright/test';
import type { App } from '../../tests/driver/app.ts';
import { openAccount, signIn } from '../../tests/driver/sign-in.ts';
import { SimulatorServer } from '../../tests/support/server/simulator-server.ts';
import { close, open, popoverOf, take } from './camera.ts';

const hourMs = 3_600_000;

/** Takes sign-in and all error states. */
export async function states(): Promise<void> {
  const server = await SimulatorServer.start();
  const { faults, account } = server.simulator;
  const { app, ...desktop } = await open({ apiUrl: server.url, keyring: false });
  const manager = await app.window('manager');
  await manager.getByRole('button', { name: 'Sign in' }).waitFor();
  await take(manager, 'manager-sign-in');
  const popover = await popoverOf(app, desktop.tray);
  await popover.getByRole('heading', { name: 'Signed out' }).waitFor();
  await take(popover, 'popover-signed-out');
  await signIn(manager, { username: 'demo_main', password: 'wrong' });
  await manager.getByRole('alert').waitFor();
  await take(manager, 'manager-wrong-password');

  faults.add({ fault: { kind: 'latency', delayMs: 3_000 }, on: /GET/ });
  await signIn(manager);
  await openAccount(manager);
  await popover.getByText('Loading this month’s traffic…').waitFor();
  await take(popover, 'popover-loading');
  await popover.getByRole('heading', { name: 'Needs attention' }).waitFor();
  await take(manager, 'manager-no-keyring');

  faults.clear();
  faults.add({ fault: { kind: 'refuse', status: 400 }, on: /GET/ });
  await popover.getByRole('button', { name: 'Refresh' }).click();
  await popover.getByText(/Oxylabs refused/).waitFor();
  await take(popover, 'popover-problem');
  await app.electron.evaluate(({ net }) => {
    net.isOnline = () => false;
  });
  await popover.getByText(/^Offline/).waitFor();
  await take(popover, 'popover-offline');
  await inAnHour(app, popover);
  await popover.getByText(/^Outdated/).waitFor({ timeout: 90_000 });
  await take(popover, 'popover-stale');
  await app.electron.evaluate(({ net }) => {
    net.isOnline = () => true;
  });
  account.refuseTokens(true);
  faults.clear();
  await popover.getByText(/refused the saved sign-in/).waitFor();
  await take(popover, 'popover-refused');
  await take(manager, 'manager-refused');
  await close(app, desktop);
  await server.stop();
}

export async function firstError(): Promise<void> {
  const server = await SimulatorServer.start();
  server.simulator.faults.add({ fault: { kind: 'refuse', status: 503 }, on: /GET/ });
  const { app, ...desktop } = await open({ apiUrl: server.url });
  await signIn(await app.window('manager'));
  const popover = await popoverOf(app, desktop.tray);
  await popover.getByRole('button', { name: 'Try again' }).waitFor();
  await take(popover, 'popover-error');
  await close(app, desktop);
  await server.stop();
}

/** Moves the clocks of main and of the page forward; main checks the age of its figures once a minute. */
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
