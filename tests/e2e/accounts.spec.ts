import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { endRawApps, startRaw } from '../driver/raw-app.ts';
import { openPage, signIn } from '../driver/sign-in.ts';
import { openPopover } from '../driver/windows.ts';
import { axeViolations } from '../support/e2e/axe.ts';
import { test } from '../support/e2e/fixtures.ts';
import { accountButton, addAccount, agency } from '../support/e2e/several-accounts.ts';

test.afterEach(endRawApps);

test('two accounts beside each other: added, labelled, switched and added up', async ({
  server,
  tray,
  start,
}) => {
  server.simulator.account.monthOverride = { trafficGb: 200 };
  const second = server.add({ credentials: agency, subUserCount: 3 });
  second.account.monthOverride = { trafficGb: 12.5 };
  const app = await start();
  const page = await app.window('manager');
  await signIn(page);
  await tray.tooltipLike(/200\.00 GB this month/);
  await addAccount(page, 'demo_main', agency);
  await tray.tooltipLike(/demo_main: 200 GB · agency_main: 12\.5 GB/);

  // A name, a colour and the product, each saved at once.
  await openPage(page, 'Settings');
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Agency EU');
  await page.keyboard.press('Enter');
  await expect(accountButton(page, 'Agency EU')).toBeVisible();
  await page.getByRole('radiogroup', { name: 'Colour' }).getByText('').first().focus();
  await page.getByRole('button', { name: /Product$/ }).click();
  await page.getByRole('option', { name: 'Mobile' }).click();
  await expect(page.getByRole('button', { name: 'Sign out of Agency EU' })).toBeVisible();

  // The keys switch, and each account has its own sub-users.
  await page.keyboard.press('Control+1');
  await expect(accountButton(page, 'demo_main')).toBeVisible();
  await openPage(page, 'Sub-users');
  await expect(page.getByRole('row', { name: 'seo_audit' })).toBeVisible();
  await page.keyboard.press('Control+2');
  await expect(accountButton(page, 'Agency EU')).toBeVisible();

  await openPage(page, 'Overview');
  await page.getByText('All accounts', { exact: true }).click();
  await expect(page.getByText('This month: 212.5 GB')).toBeVisible();
  const table = page.getByRole('table', { name: 'All accounts' });
  await expect(table.getByRole('row', { name: /Agency EU Mobile/ })).toContainText('12.5 GB');
  await expect(table.getByRole('row', { name: /demo_main/ })).toContainText('200 GB');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await axeViolations(page)).toEqual([]);
  }

  const popover = await openPopover(app, tray);
  await expect(popover.getByText('This month: 212.5 GB')).toBeVisible();
  expect(await axeViolations(popover)).toEqual([]);
  await popover.getByRole('button', { name: /^demo_main/ }).click();
  await expect(accountButton(page, 'demo_main')).toBeVisible();
  await expect(popover.getByRole('status')).toHaveText('200 GB');

  // The menu signs out of the account that it names, which is not the one in view.
  await page.keyboard.press('Control+2');
  await expect(accountButton(page, 'Agency EU')).toBeVisible();
  await tray.choose('Sign out of demo_main');
  await tray.tooltipLike(/Account 1: signed out · Agency EU: 12\.5 GB/);
  await expect(accountButton(page, 'Agency EU')).toBeVisible();
});

test('both accounts are there after a restart, and one that is forgotten leaves the other', async ({
  server,
  tray,
  start,
}) => {
  server.add({ credentials: agency, subUserCount: 3 });
  const app = await start();
  const page = await app.window('manager');
  await signIn(page);
  await expect(accountButton(page, 'demo_main')).toBeVisible();
  await addAccount(page, 'demo_main', agency);
  await app.close();
  expect(existsSync(join(app.profile, 'accounts/2/vault.json'))).toBe(true);

  const again = await start({ profile: app.profile });
  await tray.tooltipLike(/demo_main: .* GB · agency_main: .* GB/);
  // One login of each at each start, and two requests a refresh.
  expect(server.count('POST /v2/login')).toBe(4);
  await tray.choose('Manage sub-users');
  const manager = await again.window('manager');
  await expect(accountButton(manager, 'agency_main')).toBeVisible();
  await openPage(manager, 'Settings');
  await manager.getByRole('button', { name: 'Forget this account' }).click();
  await expect(manager.getByText('Forget agency_main?')).toBeVisible();
  await manager.getByRole('button', { name: 'Forget', exact: true }).click();
  await expect(accountButton(manager, 'demo_main')).toBeVisible();
  await tray.tooltipLike(/^\d+\.\d\d GB this month/);
  expect(existsSync(join(app.profile, 'accounts/2'))).toBe(false);
  expect(existsSync(join(app.profile, 'vault.json'))).toBe(true);
});

test('an account is not added twice, and the way back leads from its sign-in', async ({ start }) => {
  const app = await start();
  const page = await app.window('manager');
  await signIn(page);
  await accountButton(page, 'demo_main').click();
  await page.getByRole('menuitem', { name: 'Add account' }).click();
  await signIn(page);
  await expect(page.getByRole('alert')).toHaveText(/You have added this account already\./);
  await page.getByRole('button', { name: 'demo_main' }).click();
  await expect(accountButton(page, 'demo_main')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible();
});

test('what another account wants to show waits for unsaved input, and is opened after it', async ({
  server,
  tray,
  start,
}) => {
  const second = server.add({ credentials: agency, subUserCount: 20 });
  const names = (each: typeof second) => [...each.account.people.values()].map(({ username }) => username);
  const [wanted = ''] = names(second).filter((name) => !names(server.simulator).includes(name));
  const app = await start();
  const page = await app.window('manager');
  await signIn(page);
  await addAccount(page, 'demo_main', agency);
  await tray.tooltipLike(/demo_main: .* · agency_main: /);
  await page.keyboard.press('Control+1');
  await openPage(page, 'Sub-users');
  await page.getByRole('button', { name: 'New sub-user' }).click();
  const form = page.getByRole('dialog', { name: 'New sub-user' });
  await form.getByLabel('Username').fill('half_typed');

  await startRaw({ profile: app.profile, switches: [`--show=${wanted}`] }).ended;
  await expect(page.getByText(`${wanted} of agency_main wants attention.`)).toBeVisible();
  await expect(form.getByLabel('Username')).toHaveValue('half_typed');
  await form.getByRole('button', { name: 'Cancel' }).click();
  await form.getByRole('button', { name: 'Discard' }).click();
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(page.getByRole('region', { name: `Details of ${wanted}` })).toBeVisible();
  await expect(accountButton(page, 'agency_main')).toBeVisible();
  await page.keyboard.press('Control+1');
  await expect(accountButton(page, 'demo_main')).toBeVisible();
  await expect(page.getByText(/wants attention/)).toHaveCount(0);
});
