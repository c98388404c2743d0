import { expect, type Page } from '@playwright/test';
import type { App } from '../../driver/app.ts';
import { openSubUsers } from '../../driver/sign-in.ts';

/** Signs in and opens the details of a sub-user, as a user would. */
export async function openUsage(app: App, username: string): Promise<Page> {
  const page = await app.window('manager');
  await openSubUsers(page);
  await openDetails(page, username);
  return page;
}

/** Opens the details of a sub-user by a press on its row. */
export async function openDetails(page: Page, username: string): Promise<void> {
  await page.getByRole('row', { name: username }).getByText(username, { exact: true }).click();
  await expect(page.getByRole('region', { name: `Details of ${username}` })).toBeVisible();
}

/** Types a day (`YYYY-MM-DD`) into a date field, in the English order of its parts. */
export async function fillDay(page: Page, label: string, date: string): Promise<void> {
  const [year = '', month = '', day = ''] = date.split('-');
  await page.getByRole('group', { name: label }).getByRole('spinbutton').first().click();
  for (const part of [month, day, year]) await page.keyboard.type(part);
}
