import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { axeViolations } from '../support/e2e/axe.ts';
import { test } from '../support/e2e/shared-app.ts';
import { fillDay, openDetails, openUsage } from '../support/e2e/usage-page.ts';

const period = (page: Page) => page.getByRole('radiogroup', { name: 'Period' });

async function choosePeriod(page: Page, name: string): Promise<void> {
  await period(page).getByRole('radio', { name, exact: true }).click();
}

/** Returns the queries for statistics that the server received. */
const asked = (seen: { path: string; query: string }[]) =>
  seen.filter(({ path }) => /sub-users\/\d+$/.test(path)).map(({ query }) => query);

test('usage by period: total, chart, table, and the query of each', async ({ server, app }) => {
  const page = await openUsage(app, 'travel_fares');
  await expect(page.getByRole('region', { name: 'Details of travel_fares' })).toContainText('57.90 GB');
  await expect(page.getByRole('img', { name: 'Traffic of travel_fares, This month' })).toBeVisible();
  await page.getByText('Figures', { exact: true }).click();
  await expect(page.getByRole('table', { name: 'Traffic by time' })).toBeVisible();
  for (const name of ['24 hours', '7 days', '30 days']) {
    await choosePeriod(page, name);
    await expect(page.getByRole('img', { name: `Traffic of travel_fares, ${name}` })).toBeVisible();
  }
  expect(asked(server.seen)).toEqual(['?type=current_month', '?type=24h', '?type=week', '?type=month']);
});

test('lifetime is offered for lifetime sub-users only', async ({ app }) => {
  const page = await openUsage(app, 'social_listening');
  await choosePeriod(page, 'Lifetime');
  await expect(page.getByRole('img', { name: /Lifetime/ })).toBeVisible();
  // By the digit of its place.
  await page.keyboard.press('2');
  await expect(period(page).getByRole('radio', { name: '7 days' })).toBeChecked();
  await expect(page.getByRole('img', { name: /7 days/ })).toBeVisible();
  await openDetails(page, 'travel_fares');
  await expect(period(page).getByRole('radio', { name: '30 days' })).toBeVisible();
  await expect(period(page).getByRole('radio', { name: 'Lifetime' })).toHaveCount(0);
});

test('the arrow keys read out the exact values', async ({ server, app }) => {
  server.simulator.account.seriesShape = 'results';
  const page = await openUsage(app, 'travel_fares');
  const chart = page.getByRole('img', { name: /Traffic of travel_fares/ });
  await chart.focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('.plot-frame [aria-live]')).toHaveText(/^\w{3}, \w{3} 1 · [\d.]+ (GB|MB)/);
});

test('a drag or Shift and the arrow keys select days with their sum, which zoom in or go again', async ({
  server,
  app,
}) => {
  const page = await openUsage(app, 'travel_fares');
  const chart = page.getByRole('img', { name: /Traffic of travel_fares/ });
  const selected = page.getByRole('status', { name: 'Selected' });
  const whole = page.getByRole('button', { name: 'Whole period' });
  await chart.focus();
  for (const key of ['Home', 'Shift+ArrowRight', 'Shift+ArrowRight']) await page.keyboard.press(key);
  await expect(selected).toHaveText(/^\w{3}, \w{3} 1 – \w{3}, \w{3} 3 · [\d.]+ GB$/);
  expect(await axeViolations(page)).toEqual([]);
  // The first Escape is the selection's, the details stay open.
  await page.keyboard.press('Escape');
  await expect(selected).toHaveText('');
  await drag(page, chart, [0.3, 0.6]);
  await expect(selected).toHaveText(/ – .* GB$/);
  await whole.click();
  await expect(selected).toHaveText('');
  await drag(page, chart, [0.3, 0.4]);
  await expect(whole).toBeVisible();
  await chart.dblclick();
  await expect(whole).toBeHidden();
  await drag(page, chart, [0.4, 0.3]);
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await expect(period(page).getByRole('radio', { name: 'Custom' })).toBeChecked();
  await expect(page.getByRole('img', { name: /Custom/ })).toBeVisible();
  expect(asked(server.seen).at(-1)).toMatch(/date_from=2026-11-\d\d(%20|\+)00&date_to=.*23&time_zone=UTC$/);
});

/** Drags over a chart, between two shares of its width. */
async function drag(page: Page, chart: Locator, [from, to]: [number, number]): Promise<void> {
  const box = await chart.boundingBox();
  if (box === null) throw new Error('The chart is not shown.');
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width * from, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * to, y, { steps: 4 });
  await page.mouse.up();
}

test('targets of a day, and their CSV', async ({ app }) => {
  const page = await openUsage(app, 'travel_fares');
  await page.getByRole('tab', { name: 'Targets' }).click();
  const grid = page.getByRole('table', { name: 'Targets' });
  await expect(grid.getByRole('row')).toHaveCount(8);
  await expect(page.getByText('Date', { exact: true })).toBeVisible();
  const heading = (name: string) => grid.getByRole('columnheader', { name, exact: true });
  await expect(heading('Traffic')).toHaveAttribute('aria-sort', 'descending');
  await heading('Target').getByRole('button').click();
  await expect(heading('Target')).toHaveAttribute('aria-sort', 'ascending');
  const names = await grid.getByRole('rowheader').allInnerTexts();
  expect(names).toEqual([...names].sort());
  await page.keyboard.press('Enter');
  await expect(heading('Target')).toHaveAttribute('aria-sort', 'descending');
  expect(await grid.getByRole('rowheader').allInnerTexts()).toEqual([...names].reverse());
  const file = join(app.profile, 'export.csv');
  await app.electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, file);
  await page.getByRole('button', { name: 'Export CSV' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  const lines = readFileSync(file, 'utf8').split('\r\n');
  expect(lines[0]).toBe('Target,Traffic (GB),Requests,Days (UTC)');
  expect(lines).toHaveLength(9);
});

test('a file that cannot be written is reported', async ({ app }) => {
  const page = await openUsage(app, 'travel_fares');
  await app.electron.evaluate(({ dialog }) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: '/proc/no/such.csv' });
  });
  await page.getByRole('button', { name: 'Export CSV' }).click();
  await expect(page.getByText(/could not be written \(ENOENT\)/)).toBeVisible();
});

test('a failure is reported, and the next query is answered', async ({ server, app }) => {
  server.simulator.faults.add({
    fault: { kind: 'refuse', status: 400 },
    on: /GET .*sub-users\/\d+$/,
    times: 1,
  });
  const page = await openUsage(app, 'travel_fares');
  await expect(page.getByRole('alert')).toHaveText(/Oxylabs refused/);
  await choosePeriod(page, '7 days');
  await expect(page.getByRole('img', { name: /7 days/ })).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('hourly data for more than seven days is refused before any request', async ({ server, app }) => {
  const page = await openUsage(app, 'travel_fares');
  await choosePeriod(page, 'Custom');
  // It begins with the last seven days.
  await expect(page.getByRole('img', { name: /Custom/ })).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Time zone' })).toBeVisible();
  await fillDay(page, 'From', '2026-11-01');
  await fillDay(page, 'To', '2026-11-20');
  await expect(page.getByRole('img', { name: /Custom/ })).toBeVisible();
  await page.getByText('By the hour (at most 7 days)').click();
  await expect(page.getByText('Hourly data is limited to 7 days.')).toBeVisible();
  const last = asked(server.seen).at(-1);
  expect(last).toMatch(/^\?type=custom&date_from=2026-11-01&date_to=2026-11-20&time_zone=/);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on the statistics in ${colorScheme}`, async ({ app }) => {
    const page = await openUsage(app, 'travel_fares');
    await page.emulateMedia({ colorScheme });
    await page.getByText('Figures', { exact: true }).click();
    await expect(page.getByRole('table', { name: 'Traffic by time' })).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('tab', { name: 'Targets' }).click();
    await expect(page.getByRole('table', { name: 'Targets' })).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);
  });
}
