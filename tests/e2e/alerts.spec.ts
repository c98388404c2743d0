import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { axeViolations } from '../support/axe.ts';
import { alone, Refreshes, startWatched } from '../support/driven.ts';
import { test } from '../support/fixtures.ts';
import { openAccount, signIn } from '../support/sign-in.ts';
import { until } from '../support/until.ts';
import { lookAt, shown } from '../support/windows.ts';

const goTo = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click();

test('a click on a notification opens that sub-user, also when the manager was closed', async ({
  server,
  tray,
  notifications,
  start,
}) => {
  const crawler = alone(server);
  const refreshes = new Refreshes(server, tray);
  const { app, page } = await startWatched(start);
  await refreshes.read();
  await page.close();
  await until('no window', async () => (await lookAt(app, 'manager')) === null);
  crawler.fixedGb = 8.1;
  await refreshes.next();
  notifications.click(await notifications.titled(/81 %/));
  await shown(app, 'manager');
  const manager = await app.window('manager');
  await expect(manager.getByRole('heading', { name: 'crawler' })).toBeVisible();
  await expect(manager.getByRole('tab', { name: 'Usage' })).toBeVisible();

  // And one that is open goes there, from whatever page it is on.
  await goTo(manager, 'Account');
  crawler.fixedGb = 9.6;
  await refreshes.next();
  notifications.click(await notifications.titled(/96 %/));
  await expect(manager.getByRole('heading', { name: 'crawler' })).toBeVisible();
});

test('Raise limit opens the form with a higher limit, and writes only what the person saves', async ({
  server,
  tray,
  notifications,
  start,
}) => {
  const crawler = alone(server);
  crawler.fixedGb = 8.1;
  const refreshes = new Refreshes(server, tray);
  const { page } = await startWatched(start);
  await refreshes.read();
  notifications.press(await notifications.titled(/81 %/), 'Raise limit');
  const form = page.getByRole('dialog', { name: 'Edit crawler' });
  await expect(form.getByLabel('Traffic limit (GB)')).toHaveValue('15');
  expect(server.count('PATCH')).toBe(0);
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toBeHidden();
  expect(server.simulator.account.people.get(crawler.id)?.limitGb).toBe(15);
  expect(server.count('PATCH')).toBe(1);
});

test('a click does not take a form from somebody who is typing; it waits until that is closed', async ({
  server,
  tray,
  notifications,
  start,
}) => {
  alone(server).fixedGb = 8.1;
  const refreshes = new Refreshes(server, tray);
  const { page } = await startWatched(start);
  await refreshes.read();
  await page.getByRole('button', { name: 'New sub-user' }).click();
  const form = page.getByRole('dialog', { name: 'New sub-user' });
  await form.getByLabel('Username').fill('half_typed');
  notifications.click(await notifications.titled(/81 %/));
  await refreshes.next();
  await expect(form.getByLabel('Username')).toHaveValue('half_typed');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: 'crawler' })).toBeVisible();
});

test('a click on one that was deleted since says so', async ({ server, tray, notifications, start }) => {
  const crawler = alone(server);
  crawler.fixedGb = 8.1;
  const refreshes = new Refreshes(server, tray);
  const { page } = await startWatched(start);
  await refreshes.read();
  const notification = await notifications.titled(/81 %/);
  await page.getByRole('button', { name: 'Actions for crawler' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Delete crawler' }).click();
  await expect(page.getByRole('row', { name: 'crawler' })).toHaveCount(0);
  notifications.click(notification);
  await expect(page.getByText('This sub-user is not in the list any more: it was deleted.')).toBeVisible();
});

test('the log tells when, what and whether it was shown; a summary opens it; pause and mute hold back', async ({
  server,
  tray,
  notifications,
  start,
}) => {
  const crawler = alone(server);
  const refreshes = new Refreshes(server, tray);
  const { page } = await startWatched(start);
  await refreshes.read();
  await goTo(page, 'Alerts');
  await expect(page.getByText(/^Nothing yet/)).toBeVisible();

  await page.getByRole('button', { name: /^Pause/ }).click();
  await page.getByRole('menuitem', { name: 'Pause for an hour' }).click();
  await expect(page.getByText(/^Paused until/)).toBeVisible();
  expect((await tray.menuLabels()).some((label) => /^Paused until .*: resume$/.test(label))).toBe(true);
  crawler.fixedGb = 8.1;
  await refreshes.next();
  const log = page.getByRole('table', { name: 'Alerts' });
  await expect(log.getByRole('row', { name: /crawler: 81 %.*8\.10 GB of 10 GB.*Waits/ })).toBeVisible();
  expect(notifications.titles()).toEqual([]);
  crawler.fixedGb = 9.6;
  await refreshes.next();
  await tray.choose('Alerts (2 today)');
  await page.getByRole('button', { name: 'Resume' }).click();
  await notifications.titled(/^2 alerts/);
  await expect(log.getByText('Shown with others')).toHaveCount(2);

  await goTo(page, 'Sub-users');
  notifications.click(await notifications.titled(/^2 alerts/));
  await expect(log).toBeVisible();

  await goTo(page, 'Sub-users');
  await page.getByRole('button', { name: 'Actions for crawler' }).click();
  await page.getByRole('menuitem', { name: 'Mute alerts' }).click();
  await expect(page.getByRole('row', { name: /crawler/ }).getByText('Muted')).toBeVisible();
  crawler.fixedGb = 10.2;
  await refreshes.next();
  await goTo(page, 'Alerts');
  await expect(log.getByRole('row', { name: /still running.*Not shown: muted/ })).toBeVisible();
  await page.getByRole('tab', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Unmute crawler' }).click();
  await expect(page.getByText(/^None\. Mute one/)).toBeVisible();
  expect(notifications.titles()).toHaveLength(1);
});

test('thresholds, budget, quiet hours and sound are set by hand, kept, and refused where they make no sense', async ({
  server,
  tray,
  notifications,
  start,
}) => {
  alone(server).fixedGb = 5.1;
  const refreshes = new Refreshes(server, tray);
  const { app, page } = await startWatched(start);
  await refreshes.read();
  await goTo(page, 'Alerts');
  await page.getByRole('tab', { name: 'Settings' }).click();
  const limits = page.getByLabel('At these percentages of a sub-user’s limit');
  await limits.fill('50, none');
  await page.keyboard.press('Enter');
  await expect(page.getByText('none is not a whole percentage from 1 to 200.')).toBeVisible();
  await limits.fill('100 50');
  await page.keyboard.press('Enter');
  await expect(limits).toHaveValue('50, 100');
  await refreshes.next();
  await notifications.titled(/crawler: 51 % of the limit used/);

  await page.getByLabel('Budget of the account (GB a month)').fill('1.2');
  await page.keyboard.press('Enter');
  await refreshes.next();
  const budget = await notifications.titled(/Your account: 85 % of the budget used/);
  expect(budget.hints['suppress-sound']).toBeUndefined();
  await page.getByText('Sound', { exact: true }).click();
  await page.getByRole('button', { name: 'Show a test notification' }).click();
  await expect(page.getByText('The system took it.')).toBeVisible();
  expect((await notifications.titled(/a test/)).hints['suppress-sound']).toBe(true);

  await page.getByText('Quiet hours', { exact: true }).click();
  await expect(page.getByRole('group', { name: 'From' })).toBeVisible();
  await app.close();
  const again = await start({ profile: app.profile });
  await tray.choose('Alerts (2 today)');
  const manager = await again.window('manager');
  await manager.getByRole('tab', { name: 'Settings' }).click();
  await expect(manager.getByLabel('At these percentages of a sub-user’s limit')).toHaveValue('50, 100');
  await expect(manager.getByLabel('Budget of the account (GB a month)')).toHaveValue('1.2');
  await expect(manager.getByRole('checkbox', { name: 'Sound' })).not.toBeChecked();
  await expect(manager.getByRole('group', { name: 'To' })).toBeVisible();
});

test('the popover tells days, forecast, who is nearest and today’s alerts, and pauses them', async ({
  tray,
  start,
}) => {
  const app = await start({ demo: true });
  await tray.tooltipLike(/about \d+ GB by/);
  await tray.click();
  const popover = await app.window('popover');
  await expect(popover.getByRole('img', { name: /^Traffic by day: .* today so far, most on/ })).toBeVisible();
  await expect(popover.getByText(/^About \d+ GB by/)).toBeVisible();
  const today = popover.getByRole('region', { name: 'Alerts today' });
  await expect(today.getByText(/ad_verification: over the limit/)).toBeVisible();
  await today.getByRole('button', { name: 'Pause alerts until tomorrow' }).click();
  await expect(today.getByText(/^Paused until .*08:00/)).toBeVisible();
  await today.getByRole('button', { name: 'Resume' }).click();
  await expect(today.getByText('Pause', { exact: true })).toBeVisible();
  await popover.getByRole('button', { name: 'serp_tracker' }).click();
  const manager = await app.window('manager');
  await expect(manager.getByRole('heading', { name: 'serp_tracker' })).toBeVisible();
  await expect(manager.getByText(/^About [\d.]+ GB by/)).toBeVisible();
});

test('the plan’s own cycle is summed over all sub-users where the history does not reach, and says so', async ({
  server,
  start,
}) => {
  const app = await start();
  const page = await app.window('manager');
  await signIn(page);
  await goTo(page, 'Overview');
  const cycle = page.getByRole('region', { name: 'The plan’s own cycle' });
  await cycle.getByLabel('The plan renews on day').fill('2');
  await page.keyboard.press('Enter');
  await expect(cycle.getByText(/^Not known: Oxygauge was not watching/)).toBeVisible();
  await expect(cycle.getByText('—')).toBeVisible();
  await cycle.getByRole('button', { name: 'Sum over 12 sub-users' }).click();
  await expect(cycle.getByText(/^Summed over the sub-users that are listed/)).toBeVisible();
  await expect(cycle.locator('.figure')).toHaveText(/^\d+\.\d\d GB$/);
  const asked = server.seen.filter(({ query }) => /^\?type=custom&date_from=\d{4}-\d{2}-02&/.test(query));
  expect(asked).toHaveLength(12);
});

test('forgetting an account names it, and erases what was kept of it', async ({ server, tray, start }) => {
  alone(server).fixedGb = 9;
  const refreshes = new Refreshes(server, tray);
  const { app, page } = await startWatched(start);
  await refreshes.read();
  const kept = () =>
    ['history', 'alerts', 'alerts-told'].flatMap((folder) => {
      const path = join(app.profile, folder);
      return existsSync(path) ? readdirSync(path) : [];
    });
  await until('something kept', () => kept().length >= 3);
  await openAccount(page);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await signIn(page);
  await openAccount(page);
  expect(kept().length).toBeGreaterThanOrEqual(3);
  await page.getByRole('button', { name: 'Forget this account…' }).click();
  await page
    .getByRole('alertdialog', { name: 'Forget demo_main?' })
    .getByRole('button', { name: 'Forget' })
    .click();
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  expect(kept()).toEqual([]);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on alerts, forecasts and the popover in ${colorScheme}`, async ({
    tray,
    start,
  }) => {
    const app = await start({ demo: true });
    const page = await app.window('manager');
    await page.emulateMedia({ colorScheme });
    await goTo(page, 'Alerts');
    await expect(page.getByRole('table', { name: 'Alerts' })).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('tab', { name: 'Settings' }).click();
    await page.getByText('Quiet hours', { exact: true }).click();
    await expect(page.getByRole('group', { name: 'From' })).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);
    await goTo(page, 'Overview');
    await page.getByLabel('The plan renews on day').fill('2');
    await page.keyboard.press('Enter');
    await expect(page.getByText(/^The account’s total, counted from/)).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);
    await tray.click();
    const popover = await app.window('popover');
    await popover.emulateMedia({ colorScheme });
    await expect(popover.getByRole('img', { name: /^Traffic by day/ })).toBeVisible();
    expect(await axeViolations(popover)).toEqual([]);
  });
}
