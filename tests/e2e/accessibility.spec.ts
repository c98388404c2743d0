import { expect } from '@playwright/test';
import { openAccount, openPage, openSubUsers, signIn } from '../driver/sign-in.ts';
import { openPopover, shown } from '../driver/windows.ts';
import { axeViolations } from '../support/e2e/axe.ts';
import { test } from '../support/e2e/fixtures.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on any view in ${colorScheme}`, async ({ server, tray, start }) => {
    const app = await start({ keyring: false });
    const manager = await app.window('manager');
    await manager.emulateMedia({ colorScheme });
    await expect(manager.getByRole('button', { name: 'Sign in' })).toBeVisible();
    expect(await axeViolations(manager)).toEqual([]);

    const popover = await openPopover(app, tray);
    await popover.emulateMedia({ colorScheme });
    await expect(popover.getByRole('heading', { name: 'Signed out' })).toBeVisible();
    expect(await axeViolations(popover)).toEqual([]);

    await signIn(manager, { username: 'demo_main', password: 'wrong' });
    await expect(manager.getByRole('alert')).toBeVisible();
    expect(await axeViolations(manager)).toEqual([]);

    await signIn(manager);
    await expect(manager.getByRole('heading', { name: 'Overview' })).toBeVisible();
    expect(await axeViolations(manager)).toEqual([]);
    await openPage(manager, 'Sub-users');
    await expect(manager.getByRole('row', { name: 'seo_audit' })).toBeVisible();
    expect(await axeViolations(manager)).toEqual([]);
    await manager.getByRole('button', { name: 'New sub-user' }).click();
    await expect(manager.getByRole('dialog', { name: 'New sub-user' })).toBeVisible();
    expect(await axeViolations(manager)).toEqual([]);
    await manager.keyboard.press('Escape');
    await openAccount(manager);
    await expect(manager.getByRole('heading', { name: 'Account' })).toBeVisible();
    expect(await axeViolations(manager)).toEqual([]);
    await expect(popover.getByRole('heading', { name: 'This month' })).toBeVisible();
    expect(await axeViolations(popover)).toEqual([]);

    server.simulator.faults.add({ fault: { kind: 'refuse', status: 400 } });
    await tray.choose('Refresh');
    await expect(popover.getByText(/Oxylabs refused/)).toBeVisible();
    expect(await axeViolations(popover)).toEqual([]);
    expect(await axeViolations(manager)).toEqual([]);
  });
}

test('signing in, the settings and the popover by keyboard alone', async ({ tray, start }) => {
  const app = await start();
  const manager = await app.window('manager');
  const focused = (name: string, role: 'button' | 'searchbox' | 'textbox' = 'button') =>
    expect(manager.getByRole(role, { name, exact: true })).toBeFocused();
  await focused('Username', 'textbox');
  await manager.keyboard.type('demo_main');
  await manager.keyboard.press('Tab');
  await manager.keyboard.type('Demo_password_1');
  await manager.keyboard.press('Enter');
  await expect(manager.getByRole('heading', { name: 'Overview' })).toBeVisible();

  await manager.keyboard.press('Tab');
  await focused('Overview');
  await manager.keyboard.press('Tab');
  await focused('Sub-users');
  await manager.keyboard.press('Tab');
  await focused('Alerts');
  await manager.keyboard.press('Tab');
  await focused('Guard');
  await manager.keyboard.press('Tab');
  await focused('Connection');
  await manager.keyboard.press('Tab');
  await focused('Settings');
  await manager.keyboard.press('Enter');
  await manager.keyboard.press('Tab');
  await expect(manager.getByRole('button', { name: /^Account: demo_main/ })).toBeFocused();
  await manager.keyboard.press('Tab');
  await focused('Start at login');
  await manager.keyboard.press('Tab');
  await focused('Not now');
  await manager.keyboard.press('Enter');
  await expect(manager.getByText(/^Start Oxygauge when/)).toHaveCount(0);
  await manager.keyboard.press('Tab');
  await focused('Search settings', 'searchbox');
  await manager.keyboard.press('Tab');
  await focused('Plan & cost');
  for (let section = 0; section < 5; section += 1) await manager.keyboard.press('Tab');
  await focused('Plan (GB)', 'textbox');
  await manager.getByRole('textbox', { name: 'Refresh every (minutes)' }).focus();
  await manager.keyboard.press('ArrowUp');
  await expect(manager.getByRole('textbox', { name: 'Refresh every (minutes)' })).toHaveValue('6');

  const popover = await openPopover(app, tray);
  // A key that comes before the page is drawn moves nothing.
  await expect(popover.getByRole('button', { name: 'Refresh' })).toBeVisible();
  await popover.keyboard.press('Tab');
  await expect(popover.getByRole('button', { name: 'Refresh' })).toBeFocused();
  await popover.keyboard.press('Tab');
  await expect(popover.getByRole('button', { name: 'Set a plan' })).toBeFocused();
  // The five nearest sub-users, with Raise limit where one is near it, and the foot.
  await popover.keyboard.press('Tab');
  await expect(popover.getByRole('button', { name: /^ad_verification / })).toBeFocused();
  const raises = await popover.getByRole('button', { name: /^Raise limit of / }).count();
  for (let stop = 0; stop < 5 + raises; stop += 1) await popover.keyboard.press('Tab');
  await expect(popover.getByRole('button', { name: 'Open Oxygauge' })).toBeFocused();
  await popover.getByRole('button', { name: 'More' }).focus();
  await popover.keyboard.press('Enter');
  await expect(popover.getByRole('menuitem', { name: 'Pause alerts for 1 hour' })).toBeFocused();
  await popover.keyboard.press('ArrowDown');
  await popover.keyboard.press('Enter');
  await expect(popover.getByText(/^Paused until/)).toBeVisible();
  await popover.keyboard.press('Enter');
  await expect(popover.getByRole('menuitem', { name: 'Resume alerts' })).toBeFocused();
  await popover.keyboard.press('Escape');
  await expect(popover.getByRole('button', { name: 'More' })).toBeFocused();
  await popover.getByRole('button', { name: 'Open Oxygauge' }).focus();
  await popover.keyboard.press('Enter');
  await shown(app, 'manager');
});

test('reduced motion switches the fade of details and dialogs off', async ({ start }) => {
  const app = await start();
  const page = await app.window('manager');
  await openSubUsers(page);
  await page.getByRole('row', { name: 'serp_tracker' }).click();
  const details = page.getByRole('region', { name: 'Details of serp_tracker' });
  await details.getByRole('button', { name: 'Edit' }).click();
  const shade = page.locator('.overlay');
  for (const [reducedMotion, fades] of [
    ['no-preference', true],
    ['reduce', false],
  ] as const) {
    await page.emulateMedia({ reducedMotion });
    for (const each of [page.locator('.panel'), shade]) {
      await expect(each).toHaveCSS('transition-property', 'opacity');
      if (fades) await expect(each).not.toHaveCSS('transition-duration', '0s');
      else await expect(each).toHaveCSS('transition-duration', '0s');
    }
  }
});

test('reduced motion stops the spinning arrow, and high contrast keeps the meters', async ({
  server,
  tray,
  start,
}) => {
  const app = await start();
  const manager = await app.window('manager');
  await signIn(manager);
  await manager.evaluate(() => window.oxygauge.command('changeSettings', { plan: { sizeGb: 300 } }));
  const popover = await openPopover(app, tray);
  const arrow = popover.getByRole('button', { name: 'Refresh' }).locator('svg');
  await tray.tooltipLike(/GB of 300 GB/);
  await expect(popover.getByRole('button', { name: 'Refresh' })).toBeEnabled();
  server.hold(/^GET/);
  await popover.getByRole('button', { name: 'Refresh' }).click();
  await expect(arrow).toHaveCSS('animation-name', 'turning');
  await popover.emulateMedia({ reducedMotion: 'reduce', forcedColors: 'active' });
  await expect(arrow).toHaveCSS('animation-name', 'none');
  await expect(popover.getByRole('meter')).toHaveCSS('outline-style', 'solid');
});
