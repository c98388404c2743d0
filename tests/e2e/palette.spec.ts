import { expect } from '@playwright/test';
import '../../electron/text/whole-catalogue.ts';
import { settingLabels } from '../../renderer/manager/settings/setting-labels.ts';
import { openPage, openSubUsers } from '../driver/sign-in.ts';
import { axeViolations } from '../support/e2e/axe.ts';
import { test } from '../support/e2e/shared-app.ts';

test('Ctrl+K finds names, pages, actions and settings, by keyboard and by pointer', async ({ app }) => {
  const page = await app.window('manager');
  await openSubUsers(page);
  await expect(page.getByRole('row', { name: /ad_verification/ })).toBeVisible();
  const palette = page.getByRole('dialog', { name: 'Command palette' });
  const find = async (typed: string) => {
    await page.keyboard.press('Control+k');
    await expect(palette.getByRole('searchbox')).toBeFocused();
    await page.keyboard.type(typed);
  };
  const option = (name: string | RegExp) => palette.getByRole('menuitem', { name });

  await find('ad_ver');
  await expect(option(/^ad_verification/)).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await axeViolations(page)).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null });
  await page.keyboard.press('Enter');
  await expect(palette).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Details of ad_verification' })).toBeVisible();

  await find('raise limit of ad');
  await option(/^Raise limit of ad_verification/).click();
  await expect(
    page.getByRole('dialog', { name: /ad_verification/ }).getByLabel('Traffic limit (GB)'),
  ).toHaveValue('15');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Discard' }).click();

  await find('quiet');
  await expect(option(/^Quiet hours/)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Settings');
  await expect(page.locator('[data-setting="Quiet hours"]:has(:focus)')).toBeInViewport();

  await find('new sub');
  await expect(option(/^New sub-user/)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'New sub-user' })).toBeVisible();
  await page.keyboard.press('Escape');

  await openPage(page, 'Overview');
  await page.getByRole('button', { name: /^Search or jump to/ }).click();
  await expect(palette.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('no such thing');
  await expect(palette.getByText('Nothing matches.')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(palette).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Search or jump to/ })).toBeFocused();
});

test('every setting that the palette names is on the page', async ({ app }) => {
  const page = await app.window('manager');
  await openSubUsers(page);
  await openPage(page, 'Settings');
  await expect(page.locator('[data-setting="Diagnostics"]')).toBeVisible();
  const shown = await page
    .locator('[data-setting]')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-setting')));
  expect(shown).toEqual(expect.arrayContaining(settingLabels()));
});

test('? lists the keys, and / goes to the search of the page', async ({ app }) => {
  const page = await app.window('manager');
  await openSubUsers(page);
  await expect(page.getByRole('row', { name: /ad_verification/ })).toBeVisible();
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('/');
  const search = page.getByLabel('Search sub-users');
  await expect(search).toBeFocused();
  await page.keyboard.type('a?/');
  await expect(search).toHaveValue('a?/');
  await search.fill('');
  await page.getByRole('row', { name: /ad_verification/ }).focus();
  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(keys.getByText('Change limit')).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await axeViolations(page)).toEqual([]);
  }
  await page.keyboard.press('Escape');
  await expect(keys).toHaveCount(0);
  await expect(page.getByRole('row', { name: /ad_verification/ })).toBeFocused();
  await openPage(page, 'Alerts');
  await page.keyboard.press('/');
  await expect(page.getByRole('dialog', { name: 'Command palette' })).toBeVisible();
});
