import type { Locator, Page } from '@playwright/test';
import { openPage } from '../../tests/driver/sign-in.ts';
import { close, fitted, open, popoverOf, take } from './camera.ts';

/** Takes the pages for one sub-user at a time, and the popover. */
export async function demo(): Promise<void> {
  const { app, ...desktop } = await open({ demo: true });
  const manager = await app.window('manager');
  await openPage(manager, 'Sub-users');
  await manager.getByRole('row', { name: 'seo_audit' }).waitFor();
  await take(manager, 'manager-sub-users');
  await manager.getByRole('button', { name: 'New sub-user' }).click();
  await take(manager, 'manager-new');
  await manager.keyboard.press('Escape');
  await manager.getByRole('button', { name: 'Actions for travel_fares' }).click();
  await manager.getByRole('menuitem', { name: 'Delete' }).click();
  await take(manager, 'manager-delete');
  await manager.keyboard.press('Escape');
  await manager.getByRole('row', { name: 'travel_fares' }).click();
  await manager.getByRole('img', { name: /Traffic of travel_fares/ }).waitFor();
  await take(manager, 'manager-usage');
  await manager.getByRole('tab', { name: 'Targets' }).click();
  await manager.getByRole('row', { name: 'google.com' }).waitFor();
  await take(manager, 'manager-targets');
  await openPage(manager, 'Alerts');
  await manager.getByRole('list', { name: 'Active' }).waitFor();
  await take(manager, 'manager-alerts');
  await manager.getByRole('tab', { name: 'History' }).click();
  await manager.getByRole('table', { name: 'Alerts' }).waitFor();
  await take(manager, 'manager-alert-history');
  await connection(manager);
  await openPage(manager, 'Settings');
  await manager.getByLabel('Plan (GB)').fill('300');
  await manager.keyboard.press('Enter');
  await manager.getByLabel('Price per GB').fill('4');
  await manager.keyboard.press('Enter');
  await manager.getByText(/ used · forecast .* ≈/).waitFor();
  await take(manager, 'manager-settings');
  await manager.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name: 'Alerts' }).click();
  await take(manager, 'manager-alert-settings');
  await openPage(manager, 'Overview');
  await manager.getByText(/^≈ \$/).waitFor();
  // They are requested once they are in view.
  await manager.getByRole('heading', { name: 'Top targets' }).scrollIntoViewIfNeeded();
  await manager.getByRole('table', { name: 'Top targets' }).waitFor();
  await manager.getByRole('heading', { name: 'Used this month' }).scrollIntoViewIfNeeded();
  await take(manager, 'manager-overview');
  const popover = await popoverOf(app, desktop.tray);
  await popover.getByRole('heading', { name: /^This month/ }).waitFor();
  await popover.getByText(/^\d over$/).waitFor();
  await fitted(popover);
  await take(popover, 'popover');
  await guard(manager);
  await close(app, desktop);
}

/** Last, since what Guard does shows on other pages. */
async function guard(manager: Page): Promise<void> {
  await openPage(manager, 'Guard');
  await rule(manager, 'Daily cap', ['seo_audit', 'serp_tracker'], async (dialog) => {
    await dialog.getByLabel('Daily cap (GB)').fill('0.8');
  });
  await rule(manager, 'Hours off', ['retail_catalog_us'], async () => {});
  await rule(manager, 'Brake', ['brand_protection', 'social_listening', 'travel_fares'], async () => {});
  await take(manager, 'manager-guard');
  await manager.getByRole('tab', { name: 'Journal' }).click();
  await manager
    .getByRole('row', { name: /Guard seo_audit .* GB/ })
    .first()
    .waitFor();
  await take(manager, 'manager-guard-journal');
}

async function rule(
  manager: Page,
  kind: string,
  names: readonly string[],
  fill: (dialog: Locator) => Promise<void>,
): Promise<void> {
  await manager.getByRole('button', { name: 'New rule' }).click();
  await manager.getByRole('menuitem', { name: kind }).click();
  const dialog = manager.getByRole('dialog');
  await fill(dialog);
  for (const name of names) await dialog.getByText(name, { exact: true }).click();
  if (kind === 'Daily cap') {
    await dialog.getByRole('button', { name: 'Dry run' }).click();
    await take(manager, 'manager-guard-rule');
  }
  await dialog.getByRole('button', { name: 'Set rule' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

async function connection(manager: Page): Promise<void> {
  await openPage(manager, 'Connection');
  await manager.getByRole('combobox', { name: 'Sub-user' }).fill('seo_audit');
  await manager.getByRole('option', { name: 'seo_audit' }).click();
  await manager.getByRole('combobox', { name: 'Country' }).fill('germ');
  await manager.getByRole('option', { name: /Germany/ }).click();
  await manager.getByRole('radio', { name: 'Sticky' }).click();
  await manager.getByLabel('Sessions').fill('3');
  await manager.keyboard.press('Enter');
  await manager.getByText(/-cc-DE-sessid-/).waitFor();
  await take(manager, 'manager-connection');
  await manager.getByRole('tab', { name: 'API activity' }).click();
  await manager.getByRole('table', { name: 'API activity' }).waitFor();
  await take(manager, 'manager-activity');
  await manager.getByRole('tab', { name: 'API console' }).click();
  await manager.getByRole('button', { name: 'Send', exact: true }).click();
  await manager
    .getByRole('region', { name: 'Answer', exact: true })
    .getByText(/date_from/)
    .waitFor();
  await take(manager, 'manager-console');
}
