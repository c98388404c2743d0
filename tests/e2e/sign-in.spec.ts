import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { demoCredentials } from '../../electron/oxylabs/simulator/simulator.ts';
import { processesWith } from '../driver/processes.ts';
import { removeProfile } from '../driver/profiles.ts';
import { signIn } from '../driver/sign-in.ts';
import { until } from '../driver/until.ts';
import { lookAt, openPopover, shown } from '../driver/windows.ts';
import { account } from '../matrix/account.ts';
import { proves } from '../matrix/fault.ts';
import { axeViolations } from '../support/e2e/axe.ts';
import { test } from '../support/e2e/shared-app.ts';
import { selfSigned } from '../support/server/self-signed.ts';
import { SimulatorServer } from '../support/server/simulator-server.ts';

const wrong = { username: 'demo_main', password: 'Wrong_password_9' };
const alert = (page: Page) => page.getByRole('alert');
/** Returns whether a notification is about the watch; the others are alerts. */
const isOfWatch = (title: string) => title.startsWith('Oxygauge');
const password = (page: Page) => page.getByLabel('Password', { exact: true });

for (const status of [401, 403]) {
  test(`a wrong password (${status}) is reported, and typed again over the old one`, async ({
    server,
    app,
  }) => {
    server.simulator.faults.add({ fault: { kind: 'refuse', status }, on: /login/, times: 1 });
    const page = await app.window('manager');
    await signIn(page, wrong);
    await expect(alert(page)).toHaveText('Wrong username or password.');
    await expect(password(page)).toBeFocused();
    await page.keyboard.type(demoCredentials.password);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible();
  });
}

test('a server that is down is reported, and nothing needs to be typed again', async ({ server, app }) => {
  await server.stop();
  const page = await app.window('manager');
  await signIn(page);
  await expect(alert(page)).toHaveText('Oxylabs cannot be reached: the connection was refused.');
  await expect(password(page)).toHaveValue(demoCredentials.password);
  await server.comeBack();
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible();
});

test('a web page instead of an answer is reported', async ({ server, app }) => {
  server.simulator.faults.add({
    fault: { kind: 'garble', body: '<!doctype html><h1>Hotel Wi-Fi</h1>', status: 200 },
  });
  const page = await app.window('manager');
  await signIn(page);
  await expect(alert(page)).toHaveText(/^A web page came back instead of an answer/);
  await expect(password(page)).toHaveValue(demoCredentials.password);
});

test('checklist certificates: an untrusted one is reported, and nothing is sent', async ({ start }) => {
  const server = await SimulatorServer.start({}, { tls: selfSigned });
  const page = await (await start({ apiUrl: `https://127.0.0.1:${server.port}/v2` })).window('manager');
  await signIn(page);
  await expect(alert(page)).toHaveText(/certificate was not accepted. Nothing was sent/);
  expect(server.seen).toEqual([]);
  await server.stop();
});

test('empty fields and a colon are reported before any request', async ({ server, app }) => {
  const page = await app.window('manager');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(alert(page)).toHaveText('Enter the username.');
  await expect(page.getByLabel('Username')).toBeFocused();
  await page.keyboard.type('demo_main');
  await page.keyboard.press('Enter');
  await expect(alert(page)).toHaveText('Enter the password.');
  await signIn(page, { username: 'demo_main:Demo_password_1', password: 'x' });
  await expect(alert(page)).toHaveText(/cannot contain a colon/);
  expect(server.seen).toEqual([]);
});

test('a pasted customer- prefix is removed, and the form says so', async ({ app }) => {
  const page = await app.window('manager');
  await signIn(page, { ...demoCredentials, username: 'customer-demo_main' });
  await expect(page.getByText(/Oxygauge removed the prefix customer-/)).toBeVisible();
});

test('the page explains which credentials it needs', async ({ app }) => {
  const page = await app.window('manager');
  await expect(page.getByText(/main proxy user .* first one .* not the email/)).toBeVisible();
});

test('a token refused right after login means signed out, in tray, popover, manager and a notification', async ({
  server,
  tray,
  notifications,
  start,
}) => {
  const app = await start();
  const manager = await app.window('manager');
  await signIn(manager);
  await tray.tooltipLike(/GB this month/);
  server.simulator.account.refuseTokens(true);
  // Not by the tray: the overview reads too, and may have ended the session already.
  await manager.evaluate(() => window.oxygauge.command('refresh', null));
  await tray.tooltipLike(/Signed out by Oxylabs/);
  await expect(manager.getByText(/refused the saved sign-in twice/)).toBeVisible();
  await expect(manager.getByLabel('Username')).toHaveValue('demo_main');
  const popover = await openPopover(app, tray);
  await expect(popover.getByRole('heading', { name: 'Signed out' })).toBeVisible();
  await expect(popover.getByRole('button', { name: 'Sign in' })).toBeVisible();

  const notification = await notifications.titled(/^Oxygauge cannot watch your traffic$/);
  expect(notification.body).toContain('refused the saved sign-in twice');
  await manager.close();
  await until('no manager', async () => (await lookAt(app, 'manager')) === null);
  notifications.click(notification);
  await shown(app, 'manager');
  await expect((await app.window('manager')).getByLabel('Username')).toHaveValue('demo_main');
  expect(notifications.titles().filter(isOfWatch)).toHaveLength(1);
  await app.close();

  // The password stays, is not sent by itself, and can be tried again.
  const logins = () => server.seen.filter(({ path }) => path.endsWith('/login')).length;
  const before = logins();
  server.simulator.account.refuseTokens(false);
  const next = await start({ profile: app.profile });
  const page = await next.window('manager');
  await page.getByRole('button', { name: 'Try the saved password again' }).click();
  await tray.tooltipLike(/GB this month/);
  expect(logins()).toBe(before + 1);
});

test(
  proves(account, 'page-at-renewal', 'in the running app'),
  async ({ server, tray, notifications, start }) => {
    const app = await start();
    await signIn(await app.window('manager'));
    await tray.tooltipLike(/GB this month/);
    const vault = () => readFileSync(join(app.profile, 'vault.json'), 'utf8');
    const stored = vault();
    server.simulator.account.expireTokens();
    server.simulator.faults.add({
      fault: { kind: 'refuse', status: 403, body: '<!doctype html><title>Blocked</title>' },
      on: /login/,
    });
    await tray.choose('Refresh');
    await tray.tooltipLike(/A web page came back/);
    const logins = () => server.count('POST /v2/login');
    const refused = logins();
    await tray.choose('Refresh');
    await until('a second login', () => logins() > refused);
    await tray.tooltipLike(/A web page came back/);
    expect(vault()).toBe(stored);
    expect(notifications.titles().filter(isOfWatch)).toEqual([]);
    server.simulator.faults.clear();
    server.simulator.account.monthOverride = { trafficGb: 77.7 };
    await tray.choose('Refresh');
    await tray.tooltipLike(/77\.70 GB this month/);
  },
);

test('signing out from the tray ends the session and erases the sign-in', async ({ tray, start }) => {
  const app = await start();
  await signIn(await app.window('manager'));
  await tray.tooltipLike(/GB this month/);
  await tray.choose('Sign out');
  await tray.tooltipLike(/Signed out/);
  await app.close();
  const again = await start({ profile: app.profile });
  await expect((await again.window('manager')).getByLabel('Username')).toHaveValue('');
});

test('an email address is questioned before anything is sent', async ({ app, server }) => {
  const page = await app.window('manager');
  const logins = () => server.count('POST /v2/login');
  await signIn(page, { username: 'jane@example.com', password: wrong.password });
  await expect(page.getByText(/^This looks like your dashboard email/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Change the username' })).toBeFocused();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await axeViolations(page)).toEqual([]);
  }
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Username')).toBeFocused();
  expect(logins()).toBe(0);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Sign in with it anyway' }).click();
  await expect(alert(page)).toContainText('Wrong username or password');
  expect(logins()).toBe(1);
});

test('Try the demo restarts the app with its own files', async ({ tray, start }) => {
  const app = await start();
  const page = await app.window('manager');
  await expect(page.getByText(/^No account needed/)).toBeVisible();
  // The place of its window is kept when it closes.
  const files = () =>
    readdirSync(app.profile).filter((name) => name.endsWith('.json') && name !== 'window.json');
  const before = files();
  const ended = new Promise((done) => app.electron.process().once('exit', done));
  await page.getByRole('button', { name: 'Try the demo' }).click();
  await ended;
  const demo = `${app.profile} Demo`;
  try {
    await tray.tooltipLike(/Demo/);
    await tray.tooltipLike(/GB this month/);
    expect(processesWith(demo).some(({ command }) => command.includes('--demo'))).toBe(true);
    expect(files()).toEqual(before);
  } finally {
    await tray.choose('Quit');
    await removeProfile(demo);
  }
});

test('Leave the demo restarts the app with the real account', async ({ tray, start }) => {
  const app = await start({ demo: true });
  const page = await app.window('manager');
  await tray.tooltipLike(/GB this month/);
  const ended = new Promise((done) => app.electron.process().once('exit', done));
  await page.getByRole('button', { name: 'Leave the demo' }).click();
  await ended;
  try {
    await tray.tooltipLike(/Signed out/);
    expect(processesWith(app.profile).some(({ command }) => command.includes('--demo'))).toBe(false);
  } finally {
    await tray.choose('Quit');
  }
});
