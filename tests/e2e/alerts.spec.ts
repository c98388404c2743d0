import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { openAccount, signIn } from '../driver/sign-in.ts';
import { until } from '../driver/until.ts';
import { lookAt, openPopover, shown } from '../driver/windows.ts';
import { test } from '../support/e2e/alert-fixtures.ts';
import { axeViolations } from '../support/e2e/axe.ts';

const limitsOf = (page: Page) => page.getByRole('grid', { name: 'Sub-user limits (%)' }).getByRole('row');
async function renewOn(page: Page, day: string): Promise<void> {
  await goTo(page, 'Settings');
  await page.getByLabel('Renews on').fill(day);
  await page.keyboard.press('Enter');
  await goTo(page, 'Overview');
}
const goTo = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click();

test('a click on a notification opens that sub-user, even if the manager was closed', async ({
  notifications,
  crawler,
  refreshes,
  open,
}) => {
  const { app, page } = await open();
  await page.close();
  await until('no window', async () => (await lookAt(app, 'manager')) === null);
  crawler.fixedGb = 8.1;
  await refreshes.next();
  notifications.click(await notifications.titled(/81%/));
  await shown(app, 'manager');
  const manager = await app.window('manager');
  await expect(manager.getByRole('heading', { name: 'crawler' })).toBeVisible();
  await expect(manager.getByRole('tab', { name: 'Usage' })).toBeVisible();

  // An open manager goes there from any of its pages.
  await goTo(manager, 'Settings');
  crawler.fixedGb = 9.6;
  await refreshes.next();
  notifications.click(await notifications.titled(/96%/));
  await expect(manager.getByRole('heading', { name: 'crawler' })).toBeVisible();
});

test('Raise limit opens the form with a higher limit, and writes only what the user saves', async ({
  server,
  notifications,
  crawler,
  open,
}) => {
  crawler.fixedGb = 8.1;
  const { page } = await open();
  notifications.press(await notifications.titled(/81%/), 'Raise limit');
  const form = page.getByRole('dialog', { name: 'Edit crawler' });
  await expect(form.getByLabel('Traffic limit (GB)')).toHaveValue('15');
  expect(server.count('PATCH')).toBe(0);
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toBeHidden();
  expect(server.simulator.account.people.get(crawler.id)?.limitGb).toBe(15);
  expect(server.count('PATCH')).toBe(1);
});

test('a click does not replace a form that the user is typing in; it waits until that is closed', async ({
  notifications,
  crawler,
  refreshes,
  open,
}) => {
  crawler.fixedGb = 8.1;
  const { page } = await open();
  await page.getByRole('button', { name: 'New sub-user' }).click();
  const form = page.getByRole('dialog', { name: 'New sub-user' });
  await form.getByLabel('Username').fill('half_typed');
  notifications.click(await notifications.titled(/81%/));
  await refreshes.next();
  await expect(form.getByLabel('Username')).toHaveValue('half_typed');
  await page.keyboard.press('Escape');
  await form.getByRole('button', { name: 'Discard' }).click();
  await expect(page.getByRole('heading', { name: 'crawler' })).toBeVisible();
});

test('a click on the alert of a deleted sub-user says so', async ({ notifications, crawler, open }) => {
  crawler.fixedGb = 8.1;
  const { page } = await open();
  const notification = await notifications.titled(/81%/);
  await page.getByRole('button', { name: 'Actions for crawler' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Delete crawler' }).click();
  await expect(page.getByRole('row', { name: 'crawler' })).toHaveCount(0);
  notifications.click(notification);
  await expect(page.getByText('This sub-user is no longer in the list: it was deleted.')).toBeVisible();
});

test('the log lists when, what and whether it was shown; a summary opens it; pause and mute hold alerts back', async ({
  tray,
  notifications,
  crawler,
  refreshes,
  open,
}) => {
  const { page } = await open();
  await goTo(page, 'Alerts');
  await expect(page.getByText('Nothing needs attention.')).toBeVisible();
  await page.getByRole('tab', { name: 'History' }).click();
  await expect(page.getByText(/^No alerts yet/)).toBeVisible();

  await page.getByRole('button', { name: /^Pause/ }).click();
  await page.getByRole('menuitem', { name: 'Pause for an hour' }).click();
  await expect(page.getByText(/^Paused until/)).toBeVisible();
  expect((await tray.menuLabels()).some((label) => /^Paused until .*: resume$/.test(label))).toBe(true);
  crawler.fixedGb = 8.1;
  await refreshes.next();
  const log = page.getByRole('table', { name: 'Alerts' });
  await expect(log.getByRole('row', { name: /crawler: 81%.*Held.*8\.10 GB of 10 GB/ })).toBeVisible();
  expect(notifications.titles()).toEqual([]);
  crawler.fixedGb = 9.6;
  await refreshes.next();
  await tray.choose('Alerts (2 today)');
  await page.getByRole('button', { name: 'Resume' }).click();
  await notifications.titled(/^2 alerts/);
  await expect(log.getByText(/Held/)).toHaveCount(0);
  await expect(log.getByTitle(/Shown in a summary$/)).toHaveCount(2);

  await goTo(page, 'Sub-users');
  notifications.click(await notifications.titled(/^2 alerts/));
  await expect(page.getByRole('tab', { name: /^Active/, selected: true })).toBeVisible();

  await goTo(page, 'Sub-users');
  await page.getByRole('button', { name: 'Actions for crawler' }).click();
  await page.getByRole('menuitem', { name: 'Mute alerts' }).click();
  await expect(page.getByRole('row', { name: /crawler/ }).getByText('Muted')).toBeVisible();
  crawler.fixedGb = 10.2;
  await refreshes.next();
  await goTo(page, 'Alerts');
  await page.getByRole('tab', { name: 'History' }).click();
  await expect(log.getByRole('row', { name: /not stopped.*Not shown: muted/ })).toBeVisible();
  await goTo(page, 'Settings');
  await page.getByRole('button', { name: 'Unmute crawler' }).click();
  await expect(page.getByText(/^None\. Mute a sub-user/)).toBeVisible();
  expect(notifications.titles()).toHaveLength(1);
});

test('thresholds, budget, quiet hours and sound are edited, hold at once, and survive a restart', async ({
  tray,
  notifications,
  start,
  crawler,
  refreshes,
  open,
}) => {
  crawler.fixedGb = 5.1;
  const { app, page } = await open();
  await goTo(page, 'Settings');
  await page.getByLabel('Add a percentage: Sub-user limits (%)').fill('50');
  await page.keyboard.press('Enter');
  await expect(limitsOf(page)).toHaveText(['50', '80', '95', '100']);
  await refreshes.next();
  await notifications.titled(/crawler: 51% of the limit used/);

  await page.getByLabel('Budget (GB)').fill('1.2');
  await page.keyboard.press('Enter');
  await refreshes.next();
  const budget = await notifications.titled(/Your account: 85% of the budget used/);
  expect(budget.hints['suppress-sound']).toBeUndefined();
  await page.getByText('Sound', { exact: true }).click();
  await page.getByRole('button', { name: 'Send test notification' }).click();
  await expect(page.getByText('The system accepted it.')).toBeVisible();
  expect((await notifications.titled(/a test/)).hints['suppress-sound']).toBe(true);

  await page.getByText('Quiet hours', { exact: true }).click();
  await expect(page.getByRole('group', { name: 'From' })).toBeVisible();
  await app.close();
  const again = await start({ profile: app.profile });
  await tray.choose('Alerts (2 today)');
  const manager = await again.window('manager');
  await goTo(manager, 'Settings');
  await expect(limitsOf(manager)).toHaveText(['50', '80', '95', '100']);
  await expect(manager.getByLabel('Budget (GB)')).toHaveValue('1.2');
  await expect(manager.getByRole('switch', { name: 'Sound' })).not.toBeChecked();
  await expect(manager.getByRole('group', { name: 'To' })).toBeVisible();
});

test('the popover shows days, forecast, what needs attention and today’s alerts, and pauses them', async ({
  tray,
  start,
}) => {
  const app = await start({ demo: true });
  await tray.tooltipLike(/· \d+ GB by/);
  const popover = await openPopover(app, tray);
  await expect(popover.getByRole('img', { name: /^Traffic by day: .* today so far, most on/ })).toBeVisible();
  await expect(popover.getByText(/^By \w+ \d+|^By \d+ \w+/)).toBeVisible();
  await expect(popover.getByRole('button', { name: /^\d+ alerts? today$/ })).toBeVisible();
  const choose = async (name: string) => {
    await popover.getByRole('button', { name: 'More' }).click();
    await popover.getByRole('menuitem', { name }).click();
  };
  await choose('Pause alerts until tomorrow');
  await expect(popover.getByText(/^Paused until .*08:00/)).toBeVisible();
  await choose('Resume alerts');
  await expect(popover.getByText(/^Paused until/)).toHaveCount(0);
  await popover.getByRole('button', { name: /^serp_tracker / }).click();
  const manager = await app.window('manager');
  await expect(manager.getByRole('heading', { name: 'serp_tracker' })).toBeVisible();
  await expect(manager.getByText(/^About [\d.]+ GB by/)).toBeVisible();
});

test('what is still true is listed with its action, is counted, and goes when that has ended it', async ({
  crawler,
  refreshes,
  open,
}) => {
  crawler.fixedGb = 9.2;
  const { page } = await open();
  await goTo(page, 'Alerts');
  const active = page.getByRole('list', { name: 'Active' });
  await expect(active.getByRole('button', { name: 'crawler', exact: true })).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Active (1)' })).toBeVisible();
  const link = page.getByRole('navigation', { name: 'Pages' }).getByRole('button', { name: 'Alerts' });
  await expect(link).toHaveAccessibleDescription('1 needs attention');
  await expect(active.getByRole('meter')).toHaveAttribute('aria-valuetext', '92%');
  await active.getByRole('button', { name: 'Mute alerts of crawler' }).click();
  await expect(active.getByRole('button', { name: 'Unmute alerts of crawler' })).toBeVisible();
  await active.getByRole('button', { name: 'Raise limit of crawler' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await goTo(page, 'Alerts');
  await expect(page.getByText('Nothing needs attention.')).toBeVisible();
  await expect(link).not.toHaveAccessibleDescription(/attention/);
  await refreshes.next();
  await expect(page.getByText('Nothing needs attention.')).toBeVisible();
});

test('the plan’s cycle is summed over all sub-users if the history is too short, and says so', async ({
  server,
  start,
}) => {
  const app = await start();
  const page = await app.window('manager');
  await signIn(page);
  await goTo(page, 'Overview');
  await renewOn(page, '2');
  const used = page.getByRole('region', { name: 'Used this cycle' });
  await expect(page.getByText('Oxygauge was not running when this cycle began.')).toBeVisible();
  await expect(used.getByText('—')).toBeVisible();
  await page.getByRole('button', { name: 'Sum over all sub-users' }).click();
  await expect(used.getByText(/^\d+(\.\d)? GB$/)).toBeVisible();
  const asked = server.seen.filter(({ query }) => /^\?type=custom&date_from=\d{4}-\d{2}-02&/.test(query));
  expect(asked).toHaveLength(12);
});

test('forgetting an account names it, and erases its files', async ({ crawler, open }) => {
  crawler.fixedGb = 9;
  const { app, page } = await open();
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
    await expect(page.getByRole('list', { name: 'Active' })).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('tab', { name: 'History' }).click();
    await expect(page.getByRole('table', { name: 'Alerts' })).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);
    await goTo(page, 'Overview');
    await renewOn(page, '2');
    await expect(page.getByRole('region', { name: 'Used this cycle' })).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);
    const popover = await openPopover(app, tray);
    await popover.emulateMedia({ colorScheme });
    await expect(popover.getByRole('img', { name: /^Traffic by day/ })).toBeVisible();
    expect(await axeViolations(popover)).toEqual([]);
  });
}
