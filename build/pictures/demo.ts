import { openAccount } from '../../tests/support/sign-in.ts';
import { close, open, popoverOf, take } from './camera.ts';

/** One sub-user at a time, and the popover. */
export async function demo(scale: number): Promise<void> {
  const { app, ...desktop } = await open(scale, { demo: true });
  const manager = await app.window('manager');
  await manager.getByRole('row', { name: 'seo_audit' }).waitFor();
  await take(manager, 'manager-sub-users', scale);
  await manager.getByRole('button', { name: 'New sub-user' }).click();
  await take(manager, 'manager-new', scale);
  await manager.keyboard.press('Escape');
  await manager.getByRole('button', { name: 'Actions for travel_fares' }).click();
  await manager.getByRole('menuitem', { name: 'Delete' }).click();
  await take(manager, 'manager-delete', scale);
  await manager.keyboard.press('Escape');
  await manager.getByRole('button', { name: 'Actions for travel_fares' }).click();
  await manager.getByRole('menuitem', { name: 'Usage' }).click();
  await manager.getByRole('grid', { name: 'Traffic by time' }).waitFor();
  await take(manager, 'manager-usage', scale);
  await manager.getByRole('tab', { name: 'Targets' }).click();
  await manager.getByRole('row', { name: 'google.com' }).waitFor();
  await take(manager, 'manager-targets', scale);
  await manager.getByRole('button', { name: 'Alerts', exact: true }).click();
  await manager.getByText('Shown with others').first().waitFor();
  await take(manager, 'manager-alerts', scale);
  await manager.getByRole('tab', { name: 'Settings' }).click();
  await manager.getByText('Quiet hours', { exact: true }).click();
  await manager.getByRole('group', { name: 'From' }).waitFor();
  await take(manager, 'manager-alert-settings', scale);
  await manager.getByRole('button', { name: 'Overview', exact: true }).click();
  await manager.getByLabel('Price of a GB').fill('4');
  await manager.keyboard.press('Enter');
  await manager.getByText(/^about \$/).waitFor();
  await take(manager, 'manager-overview', scale);
  await openAccount(manager);
  await manager.getByRole('heading', { name: 'This month' }).waitFor();
  await take(manager, 'manager-account', scale);
  const popover = await popoverOf(app, desktop.tray);
  await popover.getByRole('heading', { name: 'Nearest to their limit' }).waitFor();
  await take(popover, 'popover', scale);
  await close(app, desktop);
}
