import { expect } from '@playwright/test';
import { test } from '../support/fixtures.ts';
import { signIn } from '../support/sign-in.ts';

test('after sign-in tooltip, menu and popover tell the total of client-stats', async ({
  server,
  tray,
  start,
}) => {
  server.simulator.account.monthOverride = { trafficGb: 1.2361 };
  const app = await start();
  const manager = await app.window('manager');
  await signIn(manager);

  await expect(manager.getByRole('heading', { name: 'Account' })).toBeVisible();
  expect(await tray.tooltipLike(/1\.24 GB/)).toContain('1.24 GB this month');
  expect(await tray.menuLabels()).toContain('1.24 GB this month');

  await tray.click();
  const popover = await app.window('popover');
  await expect(popover.getByRole('heading', { name: 'This month' })).toBeVisible();
  await expect(popover.getByRole('status')).toHaveText('1.24 GB');
});
