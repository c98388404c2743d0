import { expect, type Page } from '@playwright/test';
import { demoCredentials } from '../../electron/oxylabs/simulator/simulator.ts';
import type { App } from '../driver/app.ts';
import { openPage, signIn } from '../driver/sign-in.ts';
import { axeViolations } from '../support/e2e/axe.ts';
import { test } from '../support/e2e/shared-app.ts';

const password = 'Abcdefgh_123';

async function openTab(app: App, name: 'API activity' | 'API console'): Promise<Page> {
  const page = await app.window('manager');
  await signIn(page);
  await openPage(page, 'Connection');
  await page.getByRole('tab', { name }).click();
  return page;
}

const clipboardOf = (app: App) => app.electron.evaluate(({ clipboard }) => clipboard.readText());

test('requests are listed as they are sent, filtered, opened by keyboard and copied without a secret', async ({
  app,
  server,
}) => {
  const page = await openTab(app, 'API activity');
  const table = page.getByRole('table', { name: 'API activity' });
  const rows = table.getByRole('button');
  await expect(rows.filter({ hasText: 'List sub-users' }).first()).toBeVisible();
  // Page and tab stay, and a failing request appears by itself.
  const fault = { kind: 'refuse', status: 400, body: '{"error":"Not today"}' } as const;
  server.simulator.faults.add({ fault, on: /client-stats/, times: 1 });
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(table.getByText('Oxylabs refused: Not today.')).toBeVisible();
  await page.getByRole('searchbox', { name: 'Filter requests' }).fill('not today');
  await expect(rows).toHaveCount(1);
  await page.getByRole('searchbox').fill('nothing like it');
  await expect(page.getByText('No request fits the filter.')).toBeVisible();
  await page.getByRole('searchbox').fill('');

  await rows.first().focus();
  await page.keyboard.press('End');
  await expect(rows.filter({ hasText: 'Get a token' })).toBeFocused();
  await page.keyboard.press('Enter');
  const details = page.getByRole('region', { name: 'Request 1', exact: true });
  await expect(details).toContainText('The answer holds the token, so it is not kept.');
  await rows.filter({ hasText: 'List sub-users' }).first().click();
  await expect(page.getByRole('region', { name: 'Answer text' })).toContainText('"price_monitor_eu"');
  await expect(details).toBeHidden();
  await page.getByRole('button', { name: 'Copy as curl' }).click();
  await expect(page.getByText('Copied. Set TOKEN and PASSWORD')).toBeVisible();
  const curl = await clipboardOf(app);
  expect(curl).toContain(
    `curl --request GET '${server.url}/users/${server.simulator.account.accountId}/sub-users'`,
  );
  expect(curl).toContain('Bearer $TOKEN');
  await page.getByRole('button', { name: 'Copy for support' }).click();
  await expect(page.getByText('Copied, without passwords and tokens.')).toBeVisible();
  const support = await clipboardOf(app);
  expect(support).toContain('Result: Done');

  const shown = await page.locator('body').innerText();
  const bearer = server.seen.map(({ headers }) => /^Bearer (.+)/.exec(`${headers.authorization}`)?.[1]);
  const tokens = bearer.filter((token) => token !== undefined);
  expect(tokens).not.toEqual([]);
  for (const secret of [demoCredentials.password, ...tokens])
    expect(`${curl}${support}${shown}`).not.toContain(secret);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await axeViolations(page), colorScheme).toEqual([]);
  }
});

test('the console gets a token, reads, and asks before it creates, changes and deletes', async ({
  app,
  server,
}) => {
  const page = await openTab(app, 'API console');
  const choose = async (label: string, option: string) => {
    await page.getByRole('button', { name: new RegExp(`${label}$`) }).click();
    await page.getByRole('option', { name: option, exact: true }).click();
  };
  const answer = page.getByRole('region', { name: 'Answer', exact: true });
  const send = page.getByRole('button', { name: 'Send', exact: true });
  await send.click();
  await expect(answer).toContainText(/200 · .* · 1 try/);
  await expect(answer).toContainText('"date_from"');
  await choose('Call', 'Get a token');
  await send.click();
  await expect(answer).toContainText(server.simulator.account.accountId);
  await expect(answer).toContainText('never shows it');

  await choose('Call', 'Create a sub-user');
  await expect(page.getByRole('button', { name: 'Review and send' })).toBeDisabled();
  await page.getByLabel('Username').fill('by_hand');
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByText('Unlimited', { exact: true }).click();
  await page.getByRole('button', { name: 'Review and send' }).click();
  const ask = page.getByRole('alertdialog');
  await expect(ask).toContainText('Create by_hand?');
  await expect(ask).toContainText('Limit: Unlimited');
  await expect(ask).not.toContainText(password);
  expect(server.count('POST /v2/users')).toBe(0);
  await ask.getByRole('button', { name: 'Send POST' }).click();
  const safe = page.getByRole('dialog', { name: 'New password of by_hand' });
  await safe.getByRole('button', { name: 'Copy password' }).click();
  await safe.getByRole('button', { name: 'Done' }).click();
  await expect(answer).toContainText(/201 · /);
  expect(server.count('POST /v2/users')).toBe(1);

  await choose('Call', 'Change a sub-user');
  await page.getByLabel('Sub-user (name or ID)').fill('by_hand');
  await choose('Status', 'Disabled');
  await page.getByRole('button', { name: 'Review and send' }).click();
  await expect(ask).toContainText('Change by_hand?');
  await expect(ask).toContainText('Status: Active → Disabled');
  await ask.getByRole('button', { name: 'Cancel' }).click();
  expect(server.count('PATCH')).toBe(0);
  const fault = { kind: 'cut', at: 'before-headers' } as const;
  server.simulator.faults.add({ fault, on: /^PATCH/ });
  await page.getByRole('button', { name: 'Review and send' }).click();
  await ask.getByRole('button', { name: 'Send PATCH' }).click();
  await expect(answer).toContainText(/the change was/, { timeout: 20_000 });
  expect(server.count('PATCH')).toBe(1);

  await choose('Call', 'Delete a sub-user');
  await page.getByRole('button', { name: 'Review and send' }).click();
  await expect(ask).toContainText('Delete by_hand?');
  await ask.getByRole('button', { name: 'Delete by_hand' }).click();
  await expect(answer).toContainText(/204 · /);
  expect(server.count('DELETE')).toBe(1);
  expect([...server.simulator.account.people.values()].map(({ username }) => username)).not.toContain(
    'by_hand',
  );
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await axeViolations(page), colorScheme).toEqual([]);
  }
});
