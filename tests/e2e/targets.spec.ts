import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { dayMs, dayOf } from '../../electron/contract/day.ts';
import type { App } from '../driver/app.ts';
import { axeViolations } from '../support/e2e/axe.ts';
import { test } from '../support/e2e/shared-app.ts';
import { fillDay, openUsage } from '../support/e2e/usage-page.ts';
import type { SimulatorServer } from '../support/server/simulator-server.ts';

const dateBefore = (days: number) => dayOf(Date.now() - days * dayMs);
const unfinishedDays = () =>
  [0, 1, 2].filter((days) => Date.now() <= Date.parse(dateBefore(days)) + 2.5 * dayMs).length;
const reads = (server: SimulatorServer) => server.seen.filter(({ path }) => /\/target-stats$/.test(path));

async function openRange(app: App, days: number): Promise<Page> {
  const page = await openUsage(app, 'travel_fares');
  await page.getByRole('tab', { name: 'Targets' }).click();
  await expect(page.getByRole('table', { name: 'Targets' })).toBeVisible();
  await page.getByRole('button', { name: /Days/ }).click();
  await page.getByRole('option', { name: 'Several days' }).click();
  await fillDay(page, 'From', dateBefore(days));
  return page;
}

test('several days are summed; past ones are not requested again', async ({ server, app }) => {
  const page = await openRange(app, 9);
  const before = reads(server).length;
  await page.getByRole('button', { name: 'Read 10 days' }).click();
  const grid = page.getByRole('table', { name: 'Targets' });
  await expect(grid.getByRole('row')).toHaveCount(8);
  expect(reads(server).length - before).toBe(10);
  expect(await axeViolations(page)).toEqual([]);

  const folder = join(app.profile, 'targets');
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);

  await page.getByRole('button', { name: 'Read 10 days' }).click();
  await expect(grid.getByRole('row')).toHaveCount(8);
  // Days that are not over everywhere on earth are requested each time: three before noon (UTC), two after it.
  await expect.poll(() => reads(server).length - before - 10).toBe(unfinishedDays());
});

test('four days at a time, and Cancel ends the reading', async ({ server, app }) => {
  const page = await openRange(app, 19);
  const before = reads(server).length;
  const release = server.hold(/target-stats/);
  await page.getByRole('button', { name: 'Read 20 days' }).click();
  await expect(page.getByRole('progressbar', { name: 'Reading targets' })).toBeVisible();
  await expect.poll(() => reads(server).length - before).toBe(4);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  release();
  await expect(page.getByRole('button', { name: 'Read 20 days' })).toBeEnabled();
  expect(reads(server).length - before).toBe(4);
});

test('a day that could not be read is named, and the others are summed', async ({ server, app }) => {
  const page = await openRange(app, 5);
  server.simulator.faults.add({ fault: { kind: 'refuse', status: 400 }, on: /target-stats/, times: 1 });
  await page.getByRole('button', { name: 'Read 6 days' }).click();
  await expect(page.getByRole('alert')).toContainText(/Left out: \w{3} \d{1,2}\./);
  await expect(page.getByRole('table', { name: 'Targets' }).getByRole('row')).toHaveCount(8);
});

test('more than the last thirty days are refused before any request', async ({ app }) => {
  const page = await openRange(app, 31);
  await expect(page.getByText('Oxylabs has the last 30 days only.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Read', exact: true })).toBeDisabled();
});
