import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { openPage, openSubUsers } from '../driver/sign-in.ts';
import { until } from '../driver/until.ts';
import { lookAt } from '../driver/windows.ts';
import { test } from '../support/e2e/fixtures.ts';

test('the manager opens where it was left: page, search, selection, size and place', async ({
  start,
  tray,
}) => {
  const app = await start();
  const page = await app.window('manager');
  await openSubUsers(page);
  await page.getByRole('row', { name: 'seo_audit' }).getByRole('gridcell').first().click();
  await page.getByRole('searchbox', { name: 'Search sub-users' }).fill('se');
  await expect(page.getByText('1 selected')).toBeVisible();

  await openPage(page, 'Alerts');
  await openPage(page, 'Sub-users');
  await expect(page.getByRole('searchbox', { name: 'Search sub-users' })).toHaveValue('se');
  await expect(page.getByText('1 selected')).toBeVisible();

  await until('the window moved', () =>
    app.electron.evaluate(({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows().find((each) =>
        each.webContents.getURL().endsWith('/manager.html'),
      );
      window?.setBounds({ x: 60, y: 50, width: 900, height: 560 });
      return window !== undefined;
    }),
  );
  await expect.poll(async () => (await lookAt(app, 'manager'))?.bounds.width).toBe(900);
  const left = (await lookAt(app, 'manager'))?.bounds;
  await expect
    .poll(() => page.evaluate(() => window.oxygauge.command('readView', null)))
    .toMatchObject({ value: { page: 'sub-users', subUsers: { search: 'se' } } });
  await app.close();

  const again = await start({ profile: app.profile });
  await tray.tooltipLike(/GB this month/);
  await tray.choose('Manage sub-users');
  const next = await again.window('manager');
  await expect(next.getByRole('searchbox', { name: 'Search sub-users' })).toHaveValue('se');
  await expect(next.getByText('1 selected')).toBeVisible();
  expect((await lookAt(again, 'manager'))?.bounds).toEqual(left);
  await again.close();

  // A sign-out without a window erases what was searched for.
  await start({ profile: app.profile });
  await tray.tooltipLike(/GB this month/);
  await tray.choose('Sign out');
  await tray.tooltipLike(/Signed out/);
  const file = join(app.profile, 'window.json');
  await expect.poll(() => readFileSync(file, 'utf8')).not.toContain('"search":"se"');
});
