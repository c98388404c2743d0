import { expect, type Page } from '@playwright/test';
import type { App } from './app.ts';
import { signIn } from './sign-in.ts';

/** Signs in and goes to the statistics of a sub-user, as a person would. */
export async function openUsage(app: App, username: string): Promise<Page> {
  const page = await app.window('manager');
  await signIn(page);
  await page.getByRole('button', { name: `Actions for ${username}` }).click();
  await page.getByRole('menuitem', { name: 'Usage' }).click();
  await expect(page.getByRole('heading', { name: username })).toBeVisible();
  return page;
}

/** Types a day (`YYYY-MM-DD`) into a date field, in the order of its parts in English. */
export async function fillDay(page: Page, label: string, date: string): Promise<void> {
  const [year = '', month = '', day = ''] = date.split('-');
  await page.getByRole('group', { name: label }).getByRole('spinbutton').first().click();
  for (const part of [month, day, year]) await page.keyboard.type(part);
}
