import { expect } from '@playwright/test';
import type { Simulator } from '../../electron/oxylabs/simulator/simulator.ts';
import { openPage, signIn } from '../driver/sign-in.ts';
import { killed } from '../support/e2e/alert-account.ts';
import { test } from '../support/e2e/fixtures.ts';
import { accountButton, addAccount, agency, mobile } from '../support/e2e/several-accounts.ts';

/** Gives the sub-users of an account a limit of 10 GB, and little traffic. */
function level({ account }: Simulator): void {
  for (const person of account.people.values())
    Object.assign(person, {
      limitGb: 10,
      fixedGb: 0.1,
      status: 'active',
      disablesAtLimit: false,
      lifetime: false,
    });
}

test('beside an account that is refused and one that hangs, a third is as if it were alone', async ({
  server,
  tray,
  notifications,
  start,
}) => {
  level(server.simulator);
  server.simulator.account.monthOverride = { trafficGb: 200 };
  const refused = server.add({ credentials: agency, subUserCount: 3 });
  const hanging = server.add({ credentials: mobile, subUserCount: 3 });
  const app = await start();
  const page = await app.window('manager');
  await signIn(page);
  await expect(accountButton(page, 'demo_main')).toBeVisible();
  await addAccount(page, 'demo_main', agency);
  await addAccount(page, 'agency_main', mobile);
  await tray.tooltipLike(/demo_main: 200 GB · agency_main: .* GB · mobile_main: .* GB/);
  await app.close();

  refused.faults.add({ fault: { kind: 'refuse', status: 401 } });
  const release = server.hold(new RegExp(`/users/${hanging.account.accountId}/`));
  server.simulator.account.monthOverride = { trafficGb: 201 };
  server.seen.length = 0;
  const again = await start({ profile: app.profile });
  await tray.tooltipLike(/demo_main: 201 GB/);
  await tray.choose('Manage sub-users');
  const manager = await again.window('manager');
  await expect(accountButton(manager, 'mobile_main')).toBeVisible();
  await manager.keyboard.press('Control+2');
  const freshness = manager.getByRole('status', { name: 'Freshness' });
  await expect(freshness).toContainText('Oxylabs refused the saved sign-in.');
  await manager.keyboard.press('Control+1');
  await expect(accountButton(manager, 'demo_main')).toBeVisible();

  // Its figures, its writes and its alerts come meanwhile.
  const people = () => [...server.simulator.account.people.values()];
  const audit = () => people().find(({ username }) => username === 'seo_audit');
  await openPage(manager, 'Sub-users');
  await manager.getByRole('row', { name: 'seo_audit' }).click();
  await manager.keyboard.press('l');
  await manager.getByLabel('Traffic limit (GB)').fill('12');
  await manager.getByRole('button', { name: 'Save', exact: true }).click();
  await expect.poll(() => audit()?.limitGb).toBe(12);
  Object.assign(audit() ?? {}, { fixedGb: 11.5 });
  server.simulator.account.monthOverride = { trafficGb: 202 };
  await tray.choose('Refresh');
  await tray.tooltipLike(/demo_main: 202 GB/);
  await notifications.titled(/^demo_main: seo_audit: 95% of the limit used$/);

  const ofAccount = ({ account }: Simulator) =>
    server.seen.filter(({ path }) => path.includes(account.accountId));
  const lines = (simulator: Simulator) =>
    ofAccount(simulator).map(({ method, path }) => `${method} ${path.split('/').at(-1)}`);
  expect(server.count('POST /v2/login')).toBe(3);
  expect(lines(hanging).sort()).toEqual(['GET client-stats', 'GET sub-users']);
  expect(lines(refused)).toEqual([]);
  release();
  await tray.tooltipLike(/mobile_main: [\d.]+ (?:GB|MB)/);
});

test('alerts of equal names in two accounts never mix, also over a kill', async ({
  server,
  tray,
  notifications,
  start,
}) => {
  const second = server.add({ credentials: agency, subUserCount: 3 });
  const both = [server.simulator, second];
  both.forEach(level);
  const crawlers = both.map(({ account }) => [...account.people.values()][1]);
  const totals = (gb: number) =>
    both.forEach(({ account }, index) => {
      account.monthOverride = { trafficGb: gb + index };
    });
  for (const crawler of crawlers) if (crawler !== undefined) crawler.username = 'crawler';
  const [mine, theirs] = crawlers;
  if (mine === undefined || theirs === undefined) throw new Error('There is no sub-user.');
  totals(100);
  const app = await start();
  const page = await app.window('manager');
  await page.evaluate(() => window.oxygauge.command('changeSettings', { alerts: { runOut: false } }));
  await signIn(page);
  await expect(accountButton(page, 'demo_main')).toBeVisible();
  await addAccount(page, 'demo_main', agency);
  await page.evaluate(() => window.oxygauge.command('changeSettings', { alerts: { runOut: false } }));
  await tray.tooltipLike(/demo_main: 100 GB · agency_main: 101 GB/);

  mine.fixedGb = 8.5;
  totals(110);
  await tray.choose('Refresh');
  await tray.tooltipLike(/demo_main: 110 GB · agency_main: 111 GB/);
  await notifications.titled(/^demo_main: crawler: 85% of the limit used$/);
  await killed(app);

  theirs.fixedGb = 9.7;
  totals(120);
  const again = await start({ profile: app.profile });
  await tray.tooltipLike(/demo_main: 120 GB · agency_main: 121 GB/);
  await notifications.titled(/^agency_main: crawler: 97% of the limit used$/);
  expect(notifications.titles()).toEqual([
    'demo_main: crawler: 85% of the limit used',
    'agency_main: crawler: 97% of the limit used',
  ]);

  await tray.choose('Manage sub-users');
  const manager = await again.window('manager');
  await manager.keyboard.press('Control+2');
  await openPage(manager, 'Alerts');
  await expect(manager.getByText('97% used')).toBeVisible();
  await expect(manager.getByText('85% used')).toHaveCount(0);
});
