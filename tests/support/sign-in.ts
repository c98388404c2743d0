import type { Page } from '@playwright/test';
import { demoCredentials } from '../../electron/oxylabs/simulator/simulator.ts';

/** Fills in the form and presses the button, as a person would. */
export async function signIn(
  page: Page,
  { username, password }: { username: string; password: string } = demoCredentials,
): Promise<void> {
  await page.getByLabel('Username').fill(username);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Goes to the account page of the manager. */
export async function openAccount(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Account', exact: true }).click();
}
