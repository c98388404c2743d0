import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import type { App } from '../driver/app.ts';
import { chooseMore, openPage, signIn } from '../driver/sign-in.ts';
import { axeViolations } from '../support/e2e/axe.ts';
import { test } from '../support/e2e/shared-app.ts';

async function open(app: App): Promise<Page> {
  const page = await app.window('manager');
  await signIn(page);
  await openPage(page, 'Overview');
  await expect(page.getByRole('heading', { name: 'Needs attention' })).toBeVisible();
  return page;
}

const loads = (server: { seen: readonly { query: string }[] }) =>
  server.seen.filter(({ query }) => query === '?type=current_month').length;

test('the plan and the price are asked for once, and give four figures', async ({ server, app }) => {
  server.simulator.account.monthOverride = { trafficGb: 100 };
  const page = await open(app);
  const setup = page.getByRole('form', { name: /^Set your plan/ });
  await setup.getByLabel('Plan (GB a month)').fill('300');
  await setup.getByLabel('Price per GB (USD)').fill('4.5');
  await page.keyboard.press('Enter');
  await expect(setup).toBeHidden();
  const used = page.getByRole('region', { name: 'Used this month' });
  await expect(used).toContainText('100 GB');
  await expect(used).toContainText(/33\s?% of 300 GB/);
  await expect(used.getByRole('meter', { name: 'Used of the plan' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Left' })).toContainText('200 GB');
  await expect(page.getByRole('region', { name: 'Cost so far' })).toContainText('$450.00');
});

test('loading daily traffic says its requests before, shows its progress, and can be cancelled', async ({
  server,
  app,
}) => {
  const page = await open(app);
  await expect(page.getByText('12 requests, about 5 seconds')).toBeVisible();
  expect(loads(server)).toBe(0);
  const release = server.hold(/^GET .*sub-users\/\d+$/);
  await page.getByRole('button', { name: 'Load daily traffic' }).click();
  await expect(page.getByRole('progressbar', { name: 'Loading daily traffic' })).toBeVisible();
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  release();
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(page.getByText(/^Daily traffic loaded/)).toBeHidden();

  await page.getByRole('button', { name: 'Load daily traffic' }).click();
  await expect(page.getByText(/^Daily traffic loaded just now\.$/)).toBeVisible();
});

test('the arrow keys read the days of the chart one by one, in the words of the tooltip', async ({
  app,
}, info) => {
  const page = await open(app);
  await page.getByRole('button', { name: 'Load daily traffic' }).click();
  await expect(page.getByText(/^Daily traffic loaded/)).toBeVisible();
  const chart = page.getByRole('img', { name: 'Traffic of the account by day' });
  await chart.focus();
  await page.keyboard.press('ArrowRight');
  const first = page.getByText(/^[A-Z][a-z]{2}, [A-Z][a-z]{2} 1 · [\d.]+ GB · total [\d.]+ GB$/);
  await expect(first).toHaveCount(2);
  await page.keyboard.press('Escape');
  await expect(first).toHaveCount(0);

  const file = info.outputPath('days.csv');
  await app.electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
  await chooseMore(page, 'Export days as CSV');
  await expect(page.getByText('Saved.')).toBeVisible();
  const [heading, day] = readFileSync(file, 'utf8').trim().split('\r\n');
  expect(heading).toBe('Day (UTC),Traffic (GB),Total at its end (GB)');
  expect(day).toMatch(/^\d{4}-\d{2}-01,\d/);
});

test('a sub-user that needs attention has its action on the row', async ({ app }) => {
  const page = await open(app);
  const attention = page.getByRole('region', { name: 'Needs attention' });
  await expect(attention.getByText(/^Over limit, not stopped/)).toBeVisible();
  await attention.getByRole('button', { name: 'Raise limit of ad_verification' }).click();
  await expect(page.getByRole('dialog', { name: /ad_verification/ })).toBeVisible();
});

test('the top is of the month, and targets are requested of the largest only', async ({ server, app }) => {
  const page = await open(app);
  const top = page.getByRole('table', { name: 'Top sub-users' });
  await expect(top.getByRole('row').nth(1)).toContainText(/\d/);
  await expect(page.getByText(/^Other traffic: .* \(deleted sub-users, rounding\)$/)).toBeVisible();
  // It is requested once the card is in view.
  await page.getByRole('heading', { name: 'Top targets' }).scrollIntoViewIfNeeded();
  await expect(page.getByRole('table', { name: 'Top targets' })).toBeVisible();
  await expect(page.getByText('From your 5 largest sub-users')).toBeVisible();
  expect(server.seen.filter(({ path }) => /target/.test(path))).toHaveLength(5);
});

test('last month and twelve months are a press away, and say what is not known', async ({ app }) => {
  const page = await open(app);
  const period = page.getByRole('radiogroup', { name: 'Period' });
  await period.getByRole('radio', { name: 'Last month' }).click();
  await expect(page.getByRole('heading', { name: 'Traffic last month' })).toBeVisible();
  await period.getByRole('radio', { name: '12 months' }).click();
  const chart = page.getByRole('img', { name: 'Traffic of the account by month' });
  await expect(chart).toBeVisible();
  await expect(page.getByText('Months before Oxygauge was installed are not known.')).toBeVisible();
  await chart.focus();
  await page.keyboard.press('End');
  await expect(page.getByText(/^[A-Z][a-z]{2} \d{4} · [\d.]+ GB/).first()).toBeVisible();
});

for (const media of [
  { colorScheme: 'light' },
  { colorScheme: 'dark' },
  { colorScheme: 'dark', forcedColors: 'active' },
] as const) {
  test(`axe finds nothing on the overview with ${Object.values(media).join(', ')}`, async ({ app }) => {
    const page = await open(app);
    await page.emulateMedia(media);
    await expect(page.getByRole('table', { name: 'Top sub-users' })).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByLabel('Plan (GB a month)').fill('50');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('meter', { name: 'Used of the plan' })).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);
  });
}
