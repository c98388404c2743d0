import { expect, type Page } from '@playwright/test';
import type { App } from '../driver/app.ts';
import { openPage, openSubUsers, signIn } from '../driver/sign-in.ts';
import { axeViolations } from '../support/e2e/axe.ts';
import { filesWith, formsOf } from '../support/e2e/secret-forms.ts';
import { test } from '../support/e2e/shared-app.ts';
import type { SimulatorServer } from '../support/server/simulator-server.ts';

const password = 'Right_password_1';

async function openTest(app: App, username: string): Promise<Page> {
  const page = await app.window('manager');
  await page.getByRole('button', { name: `Actions for ${username}` }).click();
  await page.getByRole('menuitem', { name: 'Test connection' }).click();
  return page;
}

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Test connection' });

function setPasswords(server: SimulatorServer): void {
  for (const person of server.simulator.account.people.values()) person.password = password;
}

test('checklist connection-test: a test asks the proxy once, when its button is pressed, and no file holds the password', async ({
  app,
  server,
  vendorProxy,
}) => {
  setPasswords(server);
  await openSubUsers(await app.window('manager'));
  const page = await openTest(app, 'seo_audit');
  const dialog = dialogOf(page);
  await expect(dialog.getByText('a few kilobytes of paid traffic')).toBeVisible();
  const before = vendorProxy.connections();
  for (const protocol of ['HTTP', 'HTTPS', 'SOCKS5']) {
    await dialog.getByRole('button', { name: /Protocol/ }).click();
    await page.getByRole('option', { name: protocol, exact: true }).click();
    await dialog.getByLabel('Password').fill(password);
    expect(vendorProxy.connections()).toBe(before + ['HTTP', 'HTTPS', 'SOCKS5'].indexOf(protocol));
    await page.keyboard.press('Enter');
    await expect(dialog.getByText('It works')).toBeVisible();
    await expect(dialog.getByText('United States (3 of 4 databases)')).toBeVisible();
  }
  expect(vendorProxy.connections()).toBe(before + 3);
  expect(filesWith(app.profile, formsOf(password))).toEqual([]);
  expect(await axeViolations(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await axeViolations(page)).toEqual([]);
});

test('a failure shows the vendor’s words, what they mean and what helps', async ({
  app,
  server,
  vendorProxy,
}) => {
  setPasswords(server);
  await openSubUsers(await app.window('manager'));
  const page = await openTest(app, 'real_estate_feed');
  const dialog = dialogOf(page);
  await dialog.getByRole('button', { name: 'Why would this fail?' }).click();
  await expect(dialog.getByText('The sub-user is disabled.')).toBeVisible();
  expect(vendorProxy.proxy.logins).toEqual([]);
  await dialog.getByRole('button', { name: 'Enable' }).click();
  await expect(dialog.getByText('Enabled.')).toBeVisible();

  await dialog.getByLabel('Proxy username').fill('customer-real_estate_feed-cc-DE-city-berlin-sessid-a1');
  await dialog.getByLabel('Password').fill('Wrong_password_1');
  await dialog.getByRole('button', { name: 'Test connection' }).click();
  await expect(dialog.getByText('407: Access denied: user authentication failed.')).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);

  await dialog.getByLabel('Proxy username').fill('customer-fault_session-cc-DE-city-berlin-sessid-a1');
  await dialog.getByRole('button', { name: 'Test connection' }).click();
  await expect(dialog.getByText('502: Session failed.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Wider place' }).click();
  await expect(dialog.getByLabel('Proxy username')).toHaveValue('customer-fault_session-cc-DE-sessid-a1');

  await dialog.getByLabel('Proxy username').fill('customer-fault_plain_after_200');
  await dialog.getByRole('button', { name: 'Test connection' }).click();
  await expect(dialog.getByText('The proxy agreed, and then sent something other')).toBeVisible();

  await dialog.getByLabel('Proxy username').fill('customer-real_estate_feed');
  await dialog.getByRole('button', { name: 'Test connection' }).click();
  await dialog.getByRole('button', { name: 'Set a new password' }).click();
  await expect(page.getByRole('dialog', { name: 'Edit real_estate_feed' })).toBeVisible();
});

test('a kept password is used by main, and the test begins with what the strings have', async ({
  app,
  server,
  vendorProxy,
}) => {
  setPasswords(server);
  const page = await app.window('manager');
  await signIn(page);
  await openPage(page, 'Connection');
  await page.evaluate(
    (kept) => window.oxygauge.command('keepPassword', { username: 'seo_audit', password: kept }),
    password,
  );
  await page.getByRole('combobox', { name: 'Sub-user' }).fill('seo_audit');
  await page.getByRole('option', { name: 'seo_audit' }).click();
  await page.getByRole('combobox', { name: 'Country' }).fill('germ');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('radio', { name: 'SOCKS5' }).click();
  await page.getByRole('button', { name: 'Test connection' }).click();
  const dialog = dialogOf(page);
  await expect(dialog.getByText('Leave empty to use the password kept')).toBeVisible();
  await dialog.getByRole('button', { name: 'Test connection' }).click();
  await expect(dialog.getByText('Germany (3 of 4 databases)')).toBeVisible();
  expect(new Set(vendorProxy.proxy.logins)).toEqual(new Set(['customer-seo_audit-cc-DE']));
});

test('an own entry is checked step by step, and no login is sent', async ({ app, dns, vendorProxy }) => {
  dns.zone.set('proxy.example.com', { alias: 'pr.oxylabs.io' });
  dns.zone.set('pr.oxylabs.io', { addresses: [['127.0.0.1']] });
  const page = await app.window('manager');
  await signIn(page);
  await openPage(page, 'Connection');
  await page.getByRole('tab', { name: 'Own entry' }).click();
  const field = page.getByLabel('Own entry name');
  await field.fill('not a name');
  await expect(page.getByText('Enter a host name')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Check entry' })).toBeDisabled();
  await field.fill('https://Proxy.Example.com:7777/');
  await page.getByRole('button', { name: 'Check entry' }).click();
  const report = page.getByRole('region', { name: 'Check of proxy.example.com' });
  await expect(report.getByText('proxy.example.com leads to Oxylabs.')).toBeVisible();
  await expect(report.getByText('proxy.example.com → pr.oxylabs.io')).toBeVisible();
  await expect(report.getByText('Has other names, so HTTPS fails under yours.')).toBeVisible();
  await expect(field).toHaveValue('proxy.example.com');

  dns.zone.set('proxy.example.com', { alias: 'proxy.example.com' });
  await field.press('Enter');
  await expect(report.getByText('Its aliases lead back to themselves.')).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await axeViolations(page)).toEqual([]);
  }
  expect(vendorProxy.proxy.logins).toEqual([]);
  await openPage(page, 'Settings');
  await expect(page.getByLabel('Own entry name')).toHaveValue('proxy.example.com');
});
