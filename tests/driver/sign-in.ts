import type { Page } from '@playwright/test';
import { demoCredentials } from '../../electron/oxylabs/simulator/simulator.ts';

/** Fills in the form and presses the button, as a user would. */
export async function signIn(
  page: Page,
  { username, password }: { username: string; password: string } = demoCredentials,
): Promise<void> {
  await page.getByLabel('Username').fill(username);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Signs in, and opens the sub-users: a first start shows the overview. */
export async function openSubUsers(page: Page): Promise<void> {
  await signIn(page);
  await openPage(page, 'Sub-users');
}

/** Opens the settings of the manager, where the account is. */
export async function openAccount(page: Page): Promise<void> {
  await openPage(page, 'Settings');
}

/** Opens a page of the manager by its link in the sidebar. */
export async function openPage(
  page: Page,
  name: 'Overview' | 'Sub-users' | 'Alerts' | 'Guard' | 'Connection' | 'Settings',
): Promise<void> {
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('button', { name }).click();
}

/** Chooses what is in the menu of a page's toolbar. */
export async function chooseMore(page: Page, action: string): Promise<void> {
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: action }).click();
}
