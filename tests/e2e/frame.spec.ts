import { expect } from '@playwright/test';
import { openPage, signIn } from '../driver/sign-in.ts';
import { test } from '../support/e2e/shared-app.ts';

const pages = ['Overview', 'Sub-users', 'Alerts', 'Settings'] as const;

test('B5: a failing refresh is seen on every page, with its reason and Retry', async ({ app, server }) => {
  const page = await app.window('manager');
  await signIn(page);
  const freshness = page.getByRole('status', { name: 'Freshness' });
  await expect(freshness).toContainText(/Updated just now · next in \d min/);
  server.simulator.faults.add({ fault: { kind: 'refuse', status: 503 }, on: /^GET/ });
  await page.getByRole('button', { name: 'Refresh' }).click();
  for (const name of pages) {
    await openPage(page, name);
    await expect(freshness).toContainText(/The last refresh failed\. .*503/);
    await expect(page.getByRole('button', { name: 'Retry' })).toBeVisible();
  }
  server.simulator.faults.clear();
  await page.getByRole('button', { name: 'Retry' }).click();
  await expect(freshness).toHaveText(/^Updated just now/);
});

test('the sidebar names the page, counts, and shows the account', async ({ app }) => {
  const page = await app.window('manager');
  await signIn(page);
  const link = (name: string) =>
    page.getByRole('navigation', { name: 'Pages' }).getByRole('button', { name });
  await expect(link('Sub-users')).toHaveAccessibleDescription('12 sub-users');
  await expect(page.getByRole('region', { name: 'Account' })).toContainText('demo_main');
  for (const name of pages) {
    await openPage(page, name);
    await expect(link(name)).toHaveAttribute('aria-current', 'page');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  }
});
