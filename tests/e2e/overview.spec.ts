import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import type { App } from '../support/app.ts';
import { axeViolations } from '../support/axe.ts';
import { test } from '../support/fixtures.ts';
import { signIn } from '../support/sign-in.ts';

async function open(app: App): Promise<Page> {
  const page = await app.window('manager');
  await signIn(page);
  await page.getByRole('button', { name: 'Overview', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'This month by day' })).toBeVisible();
  return page;
}

test('this month by day takes one request for each sub-user, and is saved as CSV', async ({
  server,
  start,
}, info) => {
  const app = await start();
  const page = await open(app);
  const reads = () => server.seen.filter(({ query }) => query === '?type=current_month').length;
  expect(reads()).toBe(0);
  await page.getByRole('button', { name: 'Read 12 sub-users' }).click();
  const chart = page.getByRole('img', { name: 'Traffic of the account, this month by day' });
  await expect(chart).toBeVisible();
  expect(reads()).toBe(12);

  const file = info.outputPath('month.csv');
  await app.electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
  await page.getByRole('button', { name: 'Export CSV' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  const [heading, first] = readFileSync(file, 'utf8').trim().split('\r\n');
  expect(heading).toBe('Day (time zone of Oxylabs),Traffic (GB)');
  expect(first).toMatch(/^\d{4}-\d{2}-01,\d/);
});

test('a sub-user whose days cannot be read is said to be missing in the sums', async ({ server, start }) => {
  const page = await open(await start());
  server.simulator.faults.add({ fault: { kind: 'refuse', status: 400 }, on: /sub-users\/\d+$/, times: 2 });
  await page.getByRole('button', { name: 'Read 12 sub-users' }).click();
  await expect(page.getByText(/2 could not be read and are missing in the sums/)).toBeVisible();
});

test('the limits are added up and held against the plan, which is remembered', async ({ start }) => {
  const app = await start();
  const page = await open(app);
  const allocation = page.getByRole('region', { name: 'Allocation' });
  await expect(allocation).toContainText(/GB a month, of \d+ sub-users/);
  await expect(allocation.getByRole('meter')).toHaveCount(0);
  await allocation.getByLabel('Plan (GB a month)').fill('50');
  await page.keyboard.press('Enter');
  await expect(allocation.getByRole('meter', { name: 'Limits given out' })).toBeVisible();
  await expect(allocation).toContainText('The limits add up to more than the plan');
  await page.getByRole('button', { name: 'Account', exact: true }).click();
  await page.getByRole('button', { name: 'Overview', exact: true }).click();
  await expect(allocation.getByLabel('Plan (GB a month)')).toHaveValue('50');
});

test('what a GB costs is asked once and tells what the month costs; a currency that is none is refused', async ({
  server,
  start,
}) => {
  server.simulator.account.monthOverride = { trafficGb: 100 };
  const page = await open(await start());
  const cost = page.getByRole('region', { name: 'Cost' });
  await cost.getByLabel('Price of a GB').fill('4.5');
  await page.keyboard.press('Enter');
  await expect(cost.getByText('$450.00')).toBeVisible();
  const currency = cost.getByLabel('Currency');
  await currency.fill('xqz');
  await page.keyboard.press('Enter');
  await expect(cost.getByText('Three letters, like USD or EUR.')).toBeVisible();
  await currency.fill('eur');
  await page.keyboard.press('Enter');
  await expect(cost.getByText('€450.00')).toBeVisible();
  await expect(currency).toHaveValue('EUR');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on the overview in ${colorScheme}`, async ({ start }) => {
    const page = await open(await start());
    await page.emulateMedia({ colorScheme });
    await page.getByRole('button', { name: 'Read 12 sub-users' }).click();
    await expect(page.getByRole('img', { name: /by day/ })).toBeVisible();
    await page.getByLabel('Plan (GB a month)').fill('50');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('meter')).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);
  });
}
