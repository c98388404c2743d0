import { expect } from '@playwright/test';
import { signIn } from '../driver/sign-in.ts';
import { openPopover } from '../driver/windows.ts';
import { test } from '../support/e2e/fixtures.ts';

test('after sign-in tooltip, menu and popover show the total of client-stats', async ({
  server,
  tray,
  start,
}) => {
  server.simulator.account.monthOverride = { trafficGb: 1.2361 };
  const app = await start();
  const manager = await app.window('manager');
  await signIn(manager);

  await expect(manager.getByRole('heading', { name: 'Overview' })).toBeVisible();
  expect(await tray.tooltipLike(/1\.24 GB/)).toContain('1.24 GB this month');
  expect(await tray.menuLabels()).toEqual(
    expect.arrayContaining(['1.24 GB this month', 'Open', 'Refresh', 'Manage sub-users', 'Sign out', 'Quit']),
  );

  const popover = await openPopover(app, tray);
  await expect(popover.getByRole('heading', { name: 'This month' })).toBeVisible();
  await expect(popover.getByRole('status')).toHaveText('1.2 GB');
  await expect(popover.getByText('just now')).toBeVisible();
  await expect(popover.getByRole('button', { name: 'ad_verification 10.8 / 10 GB 108%' })).toBeVisible();
});

test('B15: a small total is shown in MB, a missing one as unknown, with a sentence that stands alone', async ({
  server,
  tray,
  start,
}) => {
  server.simulator.account.monthOverride = { trafficGb: 0.0523 };
  const app = await start();
  await signIn(await app.window('manager'));
  await tray.tooltipLike(/52\.3 MB this month/);

  server.simulator.account.monthOverride = { trafficGb: 'missing' };
  await tray.choose('Refresh');
  await tray.tooltipLike(/— this month/);
  const popover = await openPopover(app, tray);
  await expect(popover.getByRole('status')).toHaveText(/—\s*Unknown/);
  await expect(popover.getByText('Oxylabs did not report a total.', { exact: true })).toBeVisible();
});

test('the tray icon appears before any answer from the network', async ({ server, tray, start }) => {
  server.hold(/^/);
  await start();
  expect(await tray.tooltip()).toContain('Oxygauge');
  expect(await tray.iconSizes()).toEqual([16, 22, 24, 32, 48, 64]);
});

test('figures follow the system’s language', async ({ server, tray, start }) => {
  server.simulator.account.monthOverride = { trafficGb: 1234.5 };
  const app = await start({ environment: { LC_ALL: 'de_DE.UTF-8', LANGUAGE: 'de' } });
  await signIn(await app.window('manager'));
  await tray.tooltipLike(/1\.234,50 GB/);
});

for (const count of [12, 12_000]) {
  test(`a refresh is two requests with ${count} sub-users, however often Refresh is pressed`, async ({
    tray,
    start,
  }) => {
    const { SimulatorServer } = await import('../support/server/simulator-server.ts');
    const server = await SimulatorServer.start({ subUserCount: count });
    const app = await start({ apiUrl: server.url });
    const manager = await app.window('manager');
    await signIn(manager);
    await expect(manager.getByRole('button', { name: 'Sub-users', exact: true })).toContainText(
      count.toLocaleString('en'),
    );
    await expect(manager.getByRole('status', { name: 'Freshness' })).toContainText('Updated just now');
    expect(server.countOfRefreshes()).toBe(2);

    const release = server.hold(/^GET/);
    const popover = await openPopover(app, tray);
    await popover.getByRole('button', { name: 'Refresh' }).click({ clickCount: 10, delay: 5 });
    await expect(popover.getByRole('status')).toHaveAttribute('aria-busy', 'true');
    release();
    await expect(popover.getByRole('status')).toHaveAttribute('aria-busy', 'false');
    expect(server.countOfRefreshes()).toBe(4);
    await server.stop();
  });
}
