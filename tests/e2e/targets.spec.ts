import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { App } from '../support/app.ts';
import { axeViolations } from '../support/axe.ts';
import { test } from '../support/fixtures.ts';
import type { SimulatorServer } from '../support/simulator-server.ts';
import { fillDay, openUsage } from '../support/usage-page.ts';

const dayMs = 86_400_000;
const dateBefore = (days: number) => new Date(Date.now() - days * dayMs).toISOString().slice(0, 10);
const unfinishedDays = () =>
  [0, 1, 2].filter((days) => Date.now() <= Date.parse(dateBefore(days)) + 2.5 * dayMs).length;
const reads = (server: SimulatorServer) => server.seen.filter(({ path }) => /\/target-stats$/.test(path));

async function openRange(app: App, days: number): Promise<Page> {
  const page = await openUsage(app, 'travel_fares');
  await page.getByRole('tab', { name: 'Targets' }).click();
  await expect(page.getByRole('grid', { name: 'Targets' })).toBeVisible();
  await page.getByRole('button', { name: /Days/ }).click();
  await page.getByRole('option', { name: 'Several days' }).click();
  await fillDay(page, 'From', dateBefore(days));
  return page;
}

test('several days are summed; finished ones are not asked for again', async ({ server, start }) => {
  const app = await start();
  const page = await openRange(app, 9);
  const before = reads(server).length;
  await page.getByRole('button', { name: 'Read 10 days' }).click();
  const grid = page.getByRole('grid', { name: 'Targets' });
  await expect(grid.getByRole('row')).toHaveCount(8);
  expect(reads(server).length - before).toBe(10);
  expect(await axeViolations(page)).toEqual([]);

  const folder = join(app.profile, 'targets');
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);

  await page.getByRole('button', { name: 'Read 10 days' }).click();
  await expect(grid.getByRole('row')).toHaveCount(8);
  // Days that still change somewhere on earth are asked for each time: three of them before noon (UTC), two after it.
  await expect.poll(() => reads(server).length - before - 10).toBe(unfinishedDays());
});

test('four days at a time, and Cancel ends it', async ({ server, start }) => {
  const page = await openRange(await start(), 19);
  const before = reads(server).length;
  server.simulator.faults.add({ fault: { kind: 'latency', delayMs: 600 }, on: /target-stats/ });
  await page.getByRole('button', { name: 'Read 20 days' }).click();
  await expect(page.getByRole('progressbar', { name: 'Reading targets' })).toBeVisible();
  await expect.poll(() => reads(server).length - before).toBe(4);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Read 20 days' })).toBeEnabled();
  expect(reads(server).length - before).toBe(4);
});

test('a day that could not be read is named, and the others are summed', async ({ server, start }) => {
  const page = await openRange(await start(), 5);
  server.simulator.faults.add({ fault: { kind: 'refuse', status: 400 }, on: /target-stats/, times: 1 });
  await page.getByRole('button', { name: 'Read 6 days' }).click();
  await expect(page.getByRole('alert')).toContainText(/Left out: \d{4}-\d{2}-\d{2}\./);
  await expect(page.getByRole('grid', { name: 'Targets' }).getByRole('row')).toHaveCount(8);
});

test('more than the last thirty days is refused before it is asked', async ({ start }) => {
  const page = await openRange(await start(), 31);
  await expect(page.getByText('Oxylabs has the last 30 days only.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Read', exact: true })).toBeDisabled();
});
