import { expect, type Locator, type Page } from '@playwright/test';
import { signIn } from '../../driver/sign-in.ts';

export const agency = { username: 'agency_main', password: 'Agency_password_1' };
export const mobile = { username: 'mobile_main', password: 'Mobile_password_1' };

/** Returns the switcher, which has the name of the account in view. */
export function accountButton(page: Page, name: string): Locator {
  return page.getByRole('button', { name: `Account: ${name}` });
}

/** Signs in to another account, from the view of the one that is shown. */
export async function addAccount(page: Page, shown: string, credentials: typeof agency): Promise<void> {
  await accountButton(page, shown).click();
  await page.getByRole('menuitem', { name: 'Add account' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in to Oxylabs' })).toBeVisible();
  await signIn(page, credentials);
  await expect(accountButton(page, credentials.username)).toBeVisible();
}
