import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { askCommandLine } from '../driver/command-line.ts';
import { newProfile } from '../driver/profiles.ts';
import { endRawApps, startRaw } from '../driver/raw-app.ts';
import { openPage, signIn } from '../driver/sign-in.ts';
import { shown } from '../driver/windows.ts';
import { test } from '../support/e2e/fixtures.ts';
import { Eavesdropper } from '../support/server/eavesdropper.ts';

test.afterEach(endRawApps);

/** A cron job has no display, no bus and no runtime folder. */
const bare = {
  DISPLAY: '',
  WAYLAND_DISPLAY: '',
  DBUS_SESSION_BUS_ADDRESS: '',
  XDG_RUNTIME_DIR: '/nowhere',
  LC_ALL: 'en_GB.UTF-8',
};

test('without a status file, a damaged one, a link and a newer one, nothing is known, and the reason is on standard error', async () => {
  const profile = newProfile();
  const file = join(profile, 'status.json');
  const ask = (...words: string[]) => askCommandLine(words, { profile, environment: bare });

  expect(await ask('--guard=20GB')).toMatchObject({
    code: 69,
    answer: '',
    problem: expect.stringMatching(/wrote no status file/),
  });
  writeFileSync(file, '{"schema":1,"as_of":');
  expect(await ask('--status')).toMatchObject({
    code: 69,
    answer: '',
    problem: expect.stringMatching(/damaged/),
  });
  writeFileSync(file, '{"schema":2}');
  expect(await ask('--status=json')).toMatchObject({
    code: 69,
    problem: expect.stringMatching(/newer version/),
  });
  rmSync(file);
  symlinkSync('/etc/hostname', file);
  expect(await ask('--status=waybar')).toMatchObject({
    code: 69,
    answer: expect.stringMatching(/^\{"text":"—".*is a link/),
    problem: expect.stringMatching(/is a link/),
  });
  rmSync(file);
  mkdirSync(file);
  expect(await ask('--guard=1%')).toMatchObject({
    code: 69,
    problem: expect.stringMatching(/cannot be read/),
  });
  expect(await ask('--guard=20')).toMatchObject({
    code: 64,
    answer: '',
    problem: expect.stringMatching(/--guard takes an amount/),
  });
  expect(await ask('--status', 'json')).toMatchObject({ code: 64, answer: '' });
  expect(await ask('--help')).toMatchObject({
    code: 0,
    answer: expect.stringMatching(/--guard=AMOUNT/),
    problem: '',
  });
});

test('while it runs, the figures are printed without a window, a request or a second instance; after its end they are not', async ({
  server,
  tray,
  start,
}) => {
  for (const each of server.simulator.account.people.values()) each.fixedGb = 1;
  server.simulator.account.monthOverride = { trafficGb: 12.5 };
  const app = await start();
  const page = await app.window('manager');
  await signIn(page);
  await tray.tooltipLike(/12\.50 GB this month/);
  await openPage(page, 'Settings');
  await page.getByText('Status file', { exact: true }).click();
  await expect(page.getByRole('switch', { name: 'Status file' })).toBeChecked();

  const network = await Eavesdropper.start();
  const seen = server.seen.length;
  const environment = { LC_ALL: 'en_GB.UTF-8', DISPLAY: '', ...network.asProxy() };
  const ask = (...words: string[]) => askCommandLine(words, { profile: app.profile, environment });
  expect(await ask('--status')).toEqual({
    code: 0,
    answer: expect.stringMatching(/^demo_main: 12\.50 GB this month.* · Updated .*\n$/),
    problem: '',
  });
  expect((await ask('--status', '--no-names')).answer).toMatch(/^12\.50 GB this month/);
  expect(JSON.parse((await ask('--status=json')).answer).accounts[0]).toMatchObject({ used_gb: 12.5 });
  const guard = (amount: string) => ask(`--guard=${amount}`, '--sub-user=price_monitor_eu');
  expect(await guard('49GB')).toMatchObject({
    code: 0,
    answer: expect.stringMatching(/49\.00 GB left of 50 GB: enough/),
  });
  expect(await guard('99%')).toMatchObject({ code: 1, problem: '' });
  expect(await ask('--guard=1GB')).toMatchObject({
    code: 69,
    problem: expect.stringMatching(/no plan is set/),
  });
  expect(server.seen.slice(seen).filter(({ path }) => !path.endsWith('/target-stats'))).toEqual([]);
  expect(network.heard).toEqual([]);
  expect(app.electron.windows()).toHaveLength(1);
  await network.stop();

  const gone = new Promise<void>((done) => app.electron.once('close', () => done()));
  await tray.choose('Quit');
  await gone;
  expect(await ask('--status')).toMatchObject({ code: 69, answer: '' });
});

test('--show opens the manager at a sub-user of the app that runs, and says so where the list has none of that name', async ({
  tray,
  start,
}) => {
  const app = await start();
  const first = await app.window('manager');
  await signIn(first);
  await tray.tooltipLike(/GB this month/);
  await first.close();

  const show = async (word: string) => {
    const second = startRaw({ profile: app.profile, switches: [word] });
    expect(await second.ended).toEqual({ code: 0, signal: null });
    await shown(app, 'manager');
    return app.window('manager');
  };
  const page = await show('--show=price_monitor_eu');
  await expect(page.getByRole('region', { name: 'Details of price_monitor_eu' })).toBeVisible();
  await show('--show=zoë_unlisted');
  await expect(page.getByText('No sub-user is named zoë_unlisted.')).toBeVisible();
  await show('--show');
  await expect(page.getByText('No sub-user is named zoë_unlisted.')).toBeVisible();
});

test('--show at the first start opens the manager at the sub-user, once it has signed in', async ({
  tray,
  start,
}) => {
  const app = await start({ switches: ['--show=serp_tracker', '--hidden'] });
  const page = await app.window('manager');
  await signIn(page);
  await expect(page.getByRole('region', { name: 'Details of serp_tracker' })).toBeVisible();
  await tray.tooltipLike(/GB this month/);
  await app.close();

  const again = await start({ profile: app.profile, switches: ['--show=travel_fares'] });
  await expect(
    (await again.window('manager')).getByRole('region', { name: 'Details of travel_fares' }),
  ).toBeVisible();
});
