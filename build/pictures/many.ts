import type { Page } from '@playwright/test';
import { chooseMore, openPage, openSubUsers } from '../../tests/driver/sign-in.ts';
import { SimulatorServer } from '../../tests/support/server/simulator-server.ts';
import { close, open, take } from './camera.ts';

const file = [
  'username,limit,password,lifetime,auto_disable',
  'team_one,5,,no,yes',
  'team_two,unlimited,Own_password_12,yes,no',
  'bad name,5,,,',
  'team_bytes,5000000000,,,',
  'seo_audit,5,,,',
].join('\n');

/** Takes the bulk actions, and the account as a whole. */
export async function many(): Promise<void> {
  const server = await SimulatorServer.start();
  const { app, ...desktop } = await open({ apiUrl: server.url });
  const page = await app.window('manager');
  await openSubUsers(page);
  const row = (name: string) => page.getByRole('row', { name });
  for (const name of ['serp_tracker', 'travel_fares', 'seo_audit']) {
    await row(name).getByRole('gridcell').first().click();
  }
  await take(page, 'manager-selected');
  await choose(page, 'Set a limit');
  await page.getByLabel('Traffic limit (GB)').fill('33');
  await take(page, 'manager-many');
  server.simulator.faults.add({ fault: { kind: 'latency', delayMs: 4_000 }, on: /^PATCH/ });
  await page.getByRole('button', { name: 'Set the limit of 3 sub-users' }).click();
  await page.getByRole('progressbar').waitFor();
  await take(page, 'manager-task');
  server.simulator.faults.clear();
  await page.getByText('3 done').waitFor();
  await page.getByRole('region', { name: 'Task' }).getByRole('button', { name: 'Close' }).click();
  await choose(page, 'Delete');
  await take(page, 'manager-delete-many');
  await page.keyboard.press('Escape');

  await chooseMore(page, 'Import CSV');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose file' }).click();
  await (await chooser).setFiles({ name: 'team.csv', mimeType: 'text/csv', buffer: Buffer.from(file) });
  await page.getByText(/2 new/).waitFor();
  await take(page, 'manager-import');
  await page.getByRole('button', { name: 'Create 2' }).click();
  await page.getByRole('button', { name: 'Show results' }).click();
  await page.getByRole('button', { name: 'Save results as CSV' }).waitFor();
  await take(page, 'manager-results');
  await page.getByRole('button', { name: 'Discard passwords and close' }).click();

  await openPage(page, 'Overview');
  await page.getByLabel('Plan (GB a month)').fill('500');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Load daily traffic' }).click();
  await page.getByText(/^Daily traffic loaded/).waitFor();
  await page.getByRole('meter').waitFor();
  await take(page, 'manager-overview-many');
  await close(app, desktop);
  await server.stop();
}

async function choose(page: Page, action: string): Promise<void> {
  const bar = page.getByRole('region', { name: 'Selection' });
  const button = bar.getByRole('button', { name: action, exact: true });
  if (await button.isVisible()) return button.click();
  await bar.getByRole('button', { name: 'More changes' }).click();
  await page.getByRole('menuitem', { name: action, exact: true }).click();
}
