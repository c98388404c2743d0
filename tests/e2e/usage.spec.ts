import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { axeViolations } from '../support/axe.ts';
import { test } from '../support/fixtures.ts';
import { fillDay, openUsage } from '../support/usage-page.ts';

async function choosePeriod(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /Period/ }).click();
  await page.getByRole('option', { name, exact: true }).click();
}

/** The queries of the stats that the server saw. */
const asked = (seen: { path: string; query: string }[]) =>
  seen.filter(({ path }) => /sub-users\/\d+$/.test(path)).map(({ query }) => query);

test('usage by period: total, chart, table, and the question each asks', async ({ server, start }) => {
  const page = await openUsage(await start(), 'travel_fares');
  await expect(page.getByText('57.90 GB')).toBeVisible();
  await expect(page.getByRole('img', { name: 'Traffic of travel_fares, This month' })).toBeVisible();
  await expect(page.getByRole('grid', { name: 'Traffic by time' })).toBeVisible();
  for (const name of ['24 hours', '7 days', '30 days']) {
    await choosePeriod(page, name);
    await expect(page.getByRole('img', { name: `Traffic of travel_fares, ${name}` })).toBeVisible();
  }
  expect(asked(server.seen)).toEqual(['?type=current_month', '?type=24h', '?type=week', '?type=month']);
});

test('lifetime is offered where the sub-user is one, and nowhere else', async ({ start }) => {
  const page = await openUsage(await start(), 'social_listening');
  await choosePeriod(page, 'Lifetime');
  await expect(page.getByRole('img', { name: /Lifetime/ })).toBeVisible();
  await page.getByRole('button', { name: 'Sub-users', exact: true }).last().click();
  await page.getByRole('button', { name: 'Actions for travel_fares' }).click();
  await page.getByRole('menuitem', { name: 'Usage' }).click();
  await page.getByRole('button', { name: /Period/ }).click();
  await expect(page.getByRole('option', { name: '30 days' })).toBeVisible();
  await expect(page.getByRole('option', { name: 'Lifetime' })).toHaveCount(0);
});

test('the exact values are read by the arrow keys', async ({ server, start }) => {
  server.simulator.account.seriesShape = 'results';
  const page = await openUsage(await start(), 'travel_fares');
  const chart = page.getByRole('img', { name: /Traffic of travel_fares/ });
  await chart.focus();
  await page.keyboard.press('ArrowRight');
  const first = page.locator('.chart-value');
  await expect(first).toHaveText(/^\d{4}-\d{2}-01: [\d.]+ (GB|MB)$/);
});

test('targets of a day, and their CSV', async ({ start }) => {
  const app = await start();
  const page = await openUsage(app, 'travel_fares');
  await page.getByRole('tab', { name: 'Targets' }).click();
  const grid = page.getByRole('grid', { name: 'Targets' });
  await expect(grid.getByRole('row')).toHaveCount(8);
  await expect(page.getByText('Date', { exact: true })).toBeVisible();
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

test('a file that cannot be written is said', async ({ start }) => {
  const app = await start();
  const page = await openUsage(app, 'travel_fares');
  await app.electron.evaluate(({ dialog }) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: '/proc/no/such.csv' });
  });
  await page.getByRole('button', { name: 'Export CSV' }).click();
  await expect(page.getByText(/could not be written \(ENOENT\)/)).toBeVisible();
});

test('a failure is said and the next question is answered', async ({ server, start }) => {
  server.simulator.faults.add({
    fault: { kind: 'refuse', status: 400 },
    on: /GET .*sub-users\/\d+$/,
    times: 1,
  });
  const page = await openUsage(await start(), 'travel_fares');
  await expect(page.getByRole('alert')).toHaveText(/Oxylabs refused/);
  await choosePeriod(page, '7 days');
  await expect(page.getByRole('img', { name: /7 days/ })).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('by the hour for more than seven days is refused before it is asked', async ({ server, start }) => {
  const page = await openUsage(await start(), 'travel_fares');
  await choosePeriod(page, 'Custom');
  await expect(page.getByText('Choose both days.')).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Time zone' })).toBeVisible();
  await fillDay(page, 'From', '2026-11-01');
  await fillDay(page, 'To', '2026-11-20');
  await expect(page.getByRole('img', { name: /Custom/ })).toBeVisible();
  await page.getByText('By the hour (at most 7 days)').click();
  await expect(page.getByText('By the hour Oxylabs answers for at most 7 days.')).toBeVisible();
  const last = asked(server.seen).at(-1);
  expect(last).toMatch(/^\?type=custom&date_from=2026-11-01&date_to=2026-11-20&time_zone=/);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on the statistics in ${colorScheme}`, async ({ start }) => {
    const page = await openUsage(await start(), 'travel_fares');
    await page.emulateMedia({ colorScheme });
    await expect(page.getByRole('grid', { name: 'Traffic by time' })).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('tab', { name: 'Targets' }).click();
    await expect(page.getByRole('grid', { name: 'Targets' })).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);
  });
}
