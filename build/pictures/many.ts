import type { Page } from '@playwright/test';
import { signIn } from '../../tests/support/sign-in.ts';
import { SimulatorServer } from '../../tests/support/simulator-server.ts';
import { close, open, take } from './camera.ts';

const file = [
  'username,limit,password,lifetime,auto_disable',
  'team_one,5,,no,yes',
  'team_two,unlimited,Own_password_12,yes,no',
  'bad name,5,,,',
  'team_bytes,5000000000,,,',
  'seo_audit,5,,,',
].join('\n');

/** Many at once, and the account as a whole. */
export async function many(scale: number): Promise<void> {
  const server = await SimulatorServer.start();
  const { app, ...desktop } = await open(scale, { apiUrl: server.url });
  const page = await app.window('manager');
  await signIn(page);
  const row = (name: string) => page.getByRole('row', { name });
  await row('serp_tracker').getByRole('gridcell').first().click();
  for (const name of ['travel_fares', 'seo_audit']) await row(name).click();
  await page.mouse.move(0, 0);
  await take(page, 'manager-selected', scale);
  await choose(page, 'Set a limit');
  await page.getByLabel('Traffic limit (GB)').fill('33');
  await take(page, 'manager-many', scale);
  server.simulator.faults.add({ fault: { kind: 'latency', delayMs: 4_000 }, on: /^PATCH/ });
  await page.getByRole('button', { name: 'Set the limit of 3 sub-users' }).click();
  await page.getByRole('progressbar').waitFor();
  await take(page, 'manager-task', scale);
  server.simulator.faults.clear();
  await page.getByText('3 done').waitFor();
  await page.getByRole('region', { name: 'Task' }).getByRole('button', { name: 'Close' }).click();
  await choose(page, 'Delete');
  await take(page, 'manager-delete-many', scale);
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Import CSV' }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose file' }).click();
  await (await chooser).setFiles({ name: 'team.csv', mimeType: 'text/csv', buffer: Buffer.from(file) });
  await page.getByText(/2 to create/).waitFor();
  await take(page, 'manager-import', scale);
  await page.getByRole('button', { name: 'Create 2' }).click();
  await page.getByRole('button', { name: 'Show results' }).click();
  await page.getByRole('button', { name: 'Save results as CSV' }).waitFor();
  await take(page, 'manager-results', scale);
  await page.getByRole('button', { name: 'Discard passwords and close' }).click();

  await page.getByRole('button', { name: 'Overview', exact: true }).click();
  await page.getByRole('button', { name: /^Read \d+ sub-users/ }).click();
  await page.getByRole('img', { name: /by day/ }).waitFor();
  await page.getByLabel('Plan (GB a month)').fill('500');
  await page.keyboard.press('Enter');
  await page.getByRole('meter').waitFor();
  await take(page, 'manager-allocation', scale);
  await close(app, desktop);
  await server.stop();
}

async function choose(page: Page, action: string): Promise<void> {
  await page.getByRole('button', { name: 'Change selected' }).click();
  await page.getByRole('menuitem', { name: action, exact: true }).click();
}
