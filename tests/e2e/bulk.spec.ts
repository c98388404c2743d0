import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import type { App } from '../driver/app.ts';
import { chooseMore, openSubUsers } from '../driver/sign-in.ts';
import { axeViolations } from '../support/e2e/axe.ts';
import { test } from '../support/e2e/shared-app.ts';
import type { SimulatorServer } from '../support/server/simulator-server.ts';

async function open(app: App): Promise<Page> {
  const page = await app.window('manager');
  await openSubUsers(page);
  await expect(rowOf(page, 'seo_audit')).toBeVisible();
  return page;
}

const rowOf = (page: Page, username: string) => page.getByRole('row', { name: username });
const selectBox = (page: Page, username: string) => rowOf(page, username).getByRole('gridcell').first();
const task = (page: Page) => page.getByRole('region', { name: 'Task' });
const bodies = (server: SimulatorServer, method: string) =>
  server.seen
    .filter((each) => each.method === method && /sub-users/.test(each.path))
    .map(({ body }) => (body === '' ? null : (JSON.parse(body) as unknown)));
const namesOf = (server: SimulatorServer) =>
  [...server.simulator.account.people.values()].map(({ username }) => username);

async function changeSelected(page: Page, action: string): Promise<void> {
  const bar = page.getByRole('region', { name: 'Selection' });
  const button = bar.getByRole('button', { name: action, exact: true });
  if (await button.isVisible()) return button.click();
  await bar.getByRole('button', { name: 'More changes' }).click();
  await page.getByRole('menuitem', { name: action, exact: true }).click();
}

/** Answers the system's save dialog, which is not ours to test, with this file. */
async function saveTo(app: App, file: string): Promise<void> {
  await app.electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
}

test('rows are selected by mouse, a limit is set on them, and nothing else is sent', async ({
  server,
  app,
}) => {
  const page = await open(app);
  await selectBox(page, 'serp_tracker').click();
  await selectBox(page, 'travel_fares').click();
  await expect(page.getByText('2 selected')).toBeVisible();
  await changeSelected(page, 'Set a limit');
  const dialog = page.getByRole('dialog', { name: 'Set the limit of 2 sub-users?' });
  await expect(dialog).toContainText('serp_tracker');
  await dialog.getByLabel('Traffic limit (GB)').fill('33');
  await dialog.getByRole('button', { name: 'Set the limit of 2 sub-users' }).click();
  await expect(task(page)).toContainText('2 done');
  await expect(rowOf(page, 'serp_tracker')).toContainText('33');
  expect(bodies(server, 'PATCH')).toEqual([{ traffic_limit: 33 }, { traffic_limit: 33 }]);
});

test('rows are selected by keyboard: one, a range, all, none', async ({ app }) => {
  const page = await open(app);
  await page.getByRole('searchbox', { name: 'Search sub-users' }).focus();
  const grid = page.getByRole('grid', { name: 'Sub-users' });
  await grid.getByRole('row').nth(1).focus();
  await page.keyboard.press('Space');
  await expect(page.getByText('1 selected')).toBeVisible();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByText('3 selected')).toBeVisible();
  await page.keyboard.press('Control+a');
  await expect(page.getByText('12 selected')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: 'Selection' })).toHaveCount(0);
});

test('a search hides selected rows, and they are not changed', async ({ app }) => {
  const page = await open(app);
  await selectBox(page, 'serp_tracker').click();
  await selectBox(page, 'travel_fares').click();
  await page.getByRole('searchbox', { name: 'Search sub-users' }).fill('serp');
  await expect(page.getByText('1 selected')).toBeVisible();
  await changeSelected(page, 'Disable');
  await expect(page.getByRole('dialog', { name: 'Disable 1 sub-user?' })).not.toContainText('travel_fares');
});

test('a refresh keeps the selection and the scroll position', async ({ server, tray, app }) => {
  for (let index = 0; index < 100; index += 1) {
    const [one] = server.simulator.account.people.values();
    if (one === undefined) throw new Error('No row is there.');
    server.simulator.account.people.set(20_000 + index, {
      ...one,
      id: 20_000 + index,
      username: `more_${index}`,
    });
  }
  const page = await open(app);
  await selectBox(page, 'serp_tracker').click();
  const grid = page.getByRole('grid', { name: 'Sub-users' });
  await grid.evaluate((element) => element.scrollTo(0, 1500));
  await expect(rowOf(page, 'serp_tracker')).toHaveCount(1);
  const before = server.countOfRefreshes();
  await tray.choose('Refresh');
  await expect.poll(() => server.countOfRefreshes()).toBe(before + 2);
  await expect(page.getByRole('status', { name: 'Freshness' })).toContainText('Updated just now');
  expect(await grid.evaluate((element) => element.scrollTop)).toBe(1500);
  await expect(page.getByText('1 selected')).toBeVisible();
});

test('selected sub-users are deleted only after their number was typed; the main user stays', async ({
  server,
  app,
}) => {
  const page = await open(app);
  await page.getByRole('columnheader', { name: 'Select All' }).click();
  await changeSelected(page, 'Delete');
  const dialog = page.getByRole('alertdialog', { name: 'Delete 12 sub-users?' });
  const confirm = dialog.getByRole('button', { name: 'Delete 12 sub-users' });
  await dialog.getByLabel('Type 12 to confirm').fill('11');
  await confirm.click();
  await expect(dialog.getByText('The number does not match the selection.')).toBeVisible();
  expect(namesOf(server)).toHaveLength(12);
  await dialog.getByLabel('Type 12 to confirm').fill('12');
  await confirm.click();
  await expect(task(page)).toContainText('11 done, 1 skipped');
  expect(namesOf(server)).toEqual(['demo_main']);
  await expect(page.getByRole('row')).toHaveCount(2);
});

test('a file creates many: its errors are shown first, and a second run creates nothing twice', async ({
  server,
  app,
}, info) => {
  const page = await open(app);
  const lines = [
    'username,limit,password,lifetime,auto_disable',
    'team_one,5,,no,yes',
    'team_two,unlimited,Own_password_12,yes,no',
    'bad name,5,,,',
    'team_one,7,,,',
    'team_bytes,5000000000,,,',
    'team_short,5,short,,',
    'seo_audit,5,,,',
  ];
  const file = { name: 'team.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) };
  const choose = async () => {
    await chooseMore(page, 'Import CSV');
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose file' }).click();
    await (await chooser).setFiles(file);
  };
  await choose();
  const dialog = page.getByRole('dialog', { name: 'Create sub-users from CSV' });
  await expect(dialog.getByText('2 new · 4 with errors (skipped) · 1 already exists')).toBeVisible();
  await expect(dialog.getByRole('row').nth(1)).toContainText('letters, digits and underscores');
  await expect(dialog).toContainText('The username is already in line 2.');
  await expect(dialog).toContainText('looks like bytes');
  expect(await axeViolations(page)).toEqual([]);
  expect(bodies(server, 'POST')).toEqual([]);
  await dialog.getByRole('button', { name: 'Create 2' }).click();
  await expect(task(page)).toContainText('2 done');
  expect(bodies(server, 'POST')).toMatchObject([
    { username: 'team_one', traffic_limit: 5, lifetime: false, auto_disable: true },
    {
      username: 'team_two',
      traffic_limit: null,
      lifetime: true,
      auto_disable: false,
      password: 'Own_password_12',
    },
  ]);

  await task(page).getByRole('button', { name: 'Show results' }).click();
  const results = page.getByRole('dialog', { name: '2 sub-users created' });
  await expect(results).toContainText('It holds 1 new password');
  expect(await axeViolations(page)).toEqual([]);
  const report = info.outputPath('report.csv');
  await saveTo(app, report);
  await results.getByRole('button', { name: 'Save results as CSV' }).click();
  await expect(results.getByText('It holds 1 new password')).toHaveCount(0);
  const [created] = bodies(server, 'POST') as { password: string }[];
  expect(readFileSync(report, 'utf8')).toContain(`team_one,`);
  expect(readFileSync(report, 'utf8')).toContain(created?.password ?? 'nothing');
  await results.getByRole('button', { name: 'Close' }).click();
  await expect(task(page)).toHaveCount(0);

  await choose();
  await expect(dialog.getByText('0 new · 4 with errors (skipped) · 3 already exist')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Create' })).toBeDisabled();
});

test('a long task shows its progress, is cancelled, and reports what was done', async ({ server, app }) => {
  const page = await open(app);
  const release = server.hold(/^PATCH/);
  await page.getByRole('columnheader', { name: 'Select All' }).click();
  await changeSelected(page, 'Add GB');
  const dialog = page.getByRole('dialog', { name: 'Add GB to 12 sub-users?' });
  await dialog.getByLabel('GB to add').fill('5');
  await dialog.getByRole('button', { name: 'Add GB to 12 sub-users' }).click();
  await expect(page.getByRole('progressbar', { name: 'Raising the limit of 12 sub-users' })).toBeVisible();
  await task(page).getByRole('button', { name: 'Cancel' }).click();
  release();
  await expect(task(page)).toContainText('Cancelled.');
  const done = Number(/(\d+) done/.exec((await task(page).textContent()) ?? '')?.[1]);
  expect(bodies(server, 'PATCH')).toHaveLength(done);
  expect(done).toBeLessThan(10);
});

test('the grid is saved as CSV', async ({ app }, info) => {
  const page = await open(app);
  const file = info.outputPath('grid.csv');
  await saveTo(app, file);
  await chooseMore(page, 'Export CSV');
  await expect(page.getByText('Saved.')).toBeVisible();
  const [heading, ...rows] = readFileSync(file, 'utf8').trim().split('\r\n');
  expect(heading).toContain('Traffic in this period (GB)');
  expect(rows).toHaveLength(12);
});

test('the keys move to the ends of a long grid, page by page, and the row is rendered', async ({
  server,
  app,
}) => {
  const [one] = server.simulator.account.people.values();
  if (one === undefined) throw new Error('No row is there.');
  for (let index = 0; index < 2_000; index += 1) {
    const id = 20_000 + index;
    server.simulator.account.people.set(id, {
      ...one,
      id,
      username: `more_${String(index).padStart(4, '0')}`,
    });
  }
  const page = await open(app);
  await page.getByRole('columnheader', { name: 'Username' }).click();
  const grid = page.getByRole('grid', { name: 'Sub-users' });
  await grid.getByRole('row').nth(1).focus();
  const focused = grid.locator('[role=row]:focus');
  await page.keyboard.press('Control+End');
  await expect(focused).toHaveAttribute('aria-rowindex', '2013');
  await expect(focused).toBeInViewport();
  await page.keyboard.press('PageUp');
  await expect(focused).not.toHaveAttribute('aria-rowindex', '2013');
  await expect(focused).toBeInViewport();
  await page.keyboard.press('Control+Home');
  await expect(focused).toHaveAttribute('aria-rowindex', '2');
});
