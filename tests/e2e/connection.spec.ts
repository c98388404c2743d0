import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { App } from '../driver/app.ts';
import { openPage, openSubUsers, signIn } from '../driver/sign-in.ts';
import { axeViolations } from '../support/e2e/axe.ts';
import { test } from '../support/e2e/shared-app.ts';

type Page = Parameters<typeof openPage>[0];
const copied = (app: App) => app.electron.evaluate(({ clipboard }) => clipboard.readText());

async function choose(page: Page, username: string): Promise<void> {
  await signIn(page);
  await openPage(page, 'Connection');
  await page.getByRole('combobox', { name: 'Sub-user' }).fill(username);
  await page.getByRole('option', { name: username }).click();
}

test('a connection is chosen by keyboard and pointer, with a reason for what is not documented, and copied', async ({
  app,
}) => {
  const page = await app.window('manager');
  await choose(page, 'seo_audit');
  const text = page.getByRole('textbox', { name: 'Text to copy' });
  await expect(text).toHaveValue('http://customer-seo_audit:••••••••@pr.oxylabs.io:7777');

  await page.getByLabel('City').fill('Berlin');
  await expect(page.getByText('Choose the city’s country, too.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Copy', exact: true })).toBeDisabled();
  await page.getByRole('combobox', { name: 'Country' }).fill('germ');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('radio', { name: 'Sticky' }).click();
  await page.getByLabel('Sessions').fill('3');
  await page.keyboard.press('Enter');
  await expect(text).toHaveValue(
    /^(http:\/\/customer-seo_audit-cc-DE-city-berlin-sessid-\w+[123]:•+@pr\.oxylabs\.io:7777\n?){3}$/,
  );
  const shown = await text.inputValue();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await axeViolations(page)).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null });

  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(page.getByText('Copied. Replace PASSWORD.')).toBeVisible();
  expect(await copied(app)).toBe(shown.replaceAll('••••••••', 'PASSWORD'));
  await page.getByLabel('Password', { exact: true }).fill(`a#b'c`);
  await page.getByRole('button', { name: 'Format' }).click();
  await page.getByRole('option', { name: 'user:pass@host:port', exact: true }).click();
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(page.getByText(/^Copied with the password/)).toBeVisible();
  expect(await copied(app)).toContain(`:a#b'c@pr.oxylabs.io:7777\n`);

  await page.getByRole('button', { name: 'Save as preset…' }).click();
  await page.getByLabel('Name of the preset').fill('Berlin, three');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('radio', { name: 'SOCKS5' }).click();
  await expect(page.getByRole('button', { name: /Presets/ })).toHaveText(/None/);
  await openPage(page, 'Overview');
  await openPage(page, 'Connection');
  await page.getByRole('button', { name: /Presets/ }).click();
  await page.getByRole('option', { name: 'Berlin, three' }).click();
  await expect(page.getByRole('radio', { name: 'HTTP', exact: true })).toBeChecked();
  await page.getByRole('button', { name: 'Delete preset Berlin, three' }).click();
  await expect(page.getByRole('button', { name: /Presets/ })).toHaveCount(0);
});

test('ten thousand sessions are saved to a file, and more are refused', async ({ app }) => {
  const page = await app.window('manager');
  await choose(page, 'seo_audit');
  const file = join(app.profile, 'sessions.txt');
  await app.electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, file);
  await page.getByRole('radio', { name: 'Strict' }).click();
  await page.getByLabel('Sessions').fill('1000000000');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Enter 1 to 10,000 sessions.')).toBeVisible();
  await page.getByLabel('Sessions').fill('10000');
  await page.keyboard.press('Enter');
  await expect(page.getByText('and 9,995 more sessions')).toBeVisible();
  await page.getByRole('button', { name: 'Save…', exact: true }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  expect(new Set(readFileSync(file, 'utf8').trimEnd().split('\n')).size).toBe(10_000);
});

test('a new password is kept on request, copied without the window seeing it, shown after a click, and forgotten', async ({
  app,
}) => {
  const page = await app.window('manager');
  await openSubUsers(page);
  await page.getByRole('button', { name: 'Actions for seo_audit' }).click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  const secret = 'Kept_password_77';
  await page.getByLabel('New password (optional)').fill(secret);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'New password of seo_audit' });
  await dialog.getByText('Keep on this computer').click();
  await expect(dialog.getByRole('checkbox', { name: 'Keep on this computer' })).toBeChecked();
  await expect(page.getByText(/Encrypted like your sign-in|Kept until Oxygauge quits/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Copy password' }).click();
  await dialog.getByRole('button', { name: 'Done' }).click();

  await page.getByRole('button', { name: 'Actions for seo_audit' }).click();
  await page.getByRole('menuitem', { name: 'Copy connection' }).click();
  await expect(page.getByText(/^Copied with the kept password/)).toBeVisible();
  expect(await copied(app)).toBe(`http://customer-seo_audit:${secret}@pr.oxylabs.io:7777`);
  await openPage(page, 'Connection');
  await expect(page.getByText(secret)).toHaveCount(0);
  await page.getByRole('button', { name: 'Show password of seo_audit' }).click();
  await expect(page.getByText(secret)).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Forget password of seo_audit' }).click();
  await expect(page.getByText(secret)).toHaveCount(0);
  await expect(page.getByText(/^None\. When you create/)).toBeVisible();
});

test('the logins of selected sub-users are handed over, with a word about what they hold', async ({
  app,
}) => {
  const page = await app.window('manager');
  await openSubUsers(page);
  for (const name of ['seo_audit', 'travel_fares'])
    await page.getByRole('row', { name }).getByRole('checkbox').click({ force: true });
  await page.getByRole('button', { name: 'More changes' }).click();
  await page.getByRole('menuitem', { name: 'Hand over logins…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Hand over the logins of 2 sub-users' });
  await expect(dialog.getByText(/No password of these is kept/)).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Copy' }).click();
  await expect(dialog.getByText('Copied.')).toBeVisible();
  expect(await copied(app)).toMatch(/^seo_audit\n {2}Entry +pr\.oxylabs\.io:7777$/m);
});
