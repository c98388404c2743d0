import { expect, type Page } from '@playwright/test';
import { demoCredentials } from '../../electron/oxylabs/simulator/simulator.ts';
import { test } from '../support/fixtures.ts';
import { selfSigned } from '../support/self-signed.ts';
import { signIn } from '../support/sign-in.ts';
import { SimulatorServer } from '../support/simulator-server.ts';

const wrong = { username: 'demo_main', password: 'Wrong_password_9' };
const alert = (page: Page) => page.getByRole('alert');
const password = (page: Page) => page.getByLabel('Password', { exact: true });

for (const status of [401, 403]) {
  test(`a wrong password (${status}) is said, and typed anew over the old one`, async ({ server, start }) => {
    server.simulator.faults.add({ fault: { kind: 'refuse', status }, on: /login/, times: 1 });
    const page = await (await start()).window('manager');
    await signIn(page, wrong);
    await expect(alert(page)).toHaveText('Wrong username or password.');
    await expect(password(page)).toBeFocused();
    await page.keyboard.type(demoCredentials.password);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Sub-users' })).toBeVisible();
  });
}

test('a server that is down is said, and nothing needs to be typed again', async ({ server, start }) => {
  const { port } = server;
  await server.stop();
  const page = await (await start({ apiUrl: `http://127.0.0.1:${port}/v2` })).window('manager');
  await signIn(page);
  await expect(alert(page)).toHaveText('Oxylabs cannot be reached: the connection was refused.');
  await expect(password(page)).toHaveValue(demoCredentials.password);
  const revived = await SimulatorServer.start({}, { port });
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: 'Sub-users' })).toBeVisible();
  await revived.stop();
});

test('a web page instead of an answer is said', async ({ server, start }) => {
  server.simulator.faults.add({
    fault: { kind: 'garble', body: '<!doctype html><h1>Hotel Wi-Fi</h1>', status: 200 },
  });
  const page = await (await start()).window('manager');
  await signIn(page);
  await expect(alert(page)).toHaveText(/^A web page came back instead of an answer/);
  await expect(password(page)).toHaveValue(demoCredentials.password);
});

test('checklist certificates: one that is not trusted is said, and nothing is sent', async ({ start }) => {
  const server = await SimulatorServer.start({}, { tls: selfSigned });
  const page = await (await start({ apiUrl: `https://127.0.0.1:${server.port}/v2` })).window('manager');
  await signIn(page);
  await expect(alert(page)).toHaveText(/certificate was not accepted. Nothing was sent/);
  expect(server.seen).toEqual([]);
  await server.stop();
});

test('empty fields and a colon are said before any call', async ({ server, start }) => {
  const page = await (await start()).window('manager');
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

test('a pasted customer- prefix is taken off and said', async ({ start }) => {
  const page = await (await start()).window('manager');
  await signIn(page, { ...demoCredentials, username: 'customer-demo_main' });
  await expect(page.getByText(/The prefix customer- .* was taken off/)).toBeVisible();
});

test('the screen explains whose credentials it wants', async ({ start }) => {
  const page = await (await start()).window('manager');
  await expect(page.getByText(/main proxy user .* first one .* not the email/)).toBeVisible();
});

test('a token refused right after login means signed out, said in tray, popover and manager', async ({
  server,
  tray,
  start,
}) => {
  const app = await start();
  const manager = await app.window('manager');
  await signIn(manager);
  await tray.tooltipLike(/GB this month/);
  server.simulator.account.refuseTokens(true);
  await tray.choose('Refresh');
  await tray.tooltipLike(/Signed out by Oxylabs/);
  await expect(manager.getByText(/no longer accepts the saved sign-in/)).toBeVisible();
  await expect(manager.getByLabel('Username')).toHaveValue('demo_main');
  await tray.click();
  const popover = await app.window('popover');
  await expect(popover.getByRole('heading', { name: 'Signed out' })).toBeVisible();
  await expect(popover.getByRole('button', { name: 'Sign in' })).toBeVisible();
});

test('signing out from the tray ends the session and erases it', async ({ tray, start }) => {
  const app = await start();
  await signIn(await app.window('manager'));
  await tray.tooltipLike(/GB this month/);
  await tray.choose('Sign out');
  await tray.tooltipLike(/Signed out/);
  await app.close();
  const again = await start({ profile: app.profile });
  await expect((await again.window('manager')).getByLabel('Username')).toHaveValue('');
});
