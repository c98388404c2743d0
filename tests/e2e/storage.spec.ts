import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { newProfile } from '../driver/profiles.ts';
import { endRawApps, startRaw } from '../driver/raw-app.ts';
import { openAccount, signIn } from '../driver/sign-in.ts';
import { until } from '../driver/until.ts';
import { proves } from '../matrix/fault.ts';
import { storage as matrix } from '../matrix/storage.ts';
import { test } from '../support/e2e/fixtures.ts';

const surroundings = (page: Page) => page.getByRole('complementary', { name: 'About this run' });
let closed: string | null = null;
/** Makes a folder read-only, until the test ends or opens it again. */
function close(folder: string): void {
  chmodSync(folder, 0o500);
  closed = folder;
}
function open(): void {
  if (closed !== null) chmodSync(closed, 0o700);
  closed = null;
}
test.afterEach(open);
test.afterEach(endRawApps);

const standIns = () => readdirSync(tmpdir()).filter((name) => /^oxygauge-\d+-/.test(name));

const intervalOf = (page: Page) => page.getByRole('textbox', { name: 'Refresh every (minutes)' });

async function setInterval(page: Page, minutes: number): Promise<void> {
  const field = intervalOf(page);
  await field.fill(String(minutes));
  await field.press('Tab');
}

test(
  proves(matrix, 'settings-corrupt', 'the vault too, and all files are closed to others'),
  async ({ tray, start }) => {
    const profile = newProfile();
    writeFileSync(join(profile, 'settings.json'), '\0'.repeat(300));
    writeFileSync(join(profile, 'vault.json'), '{"version":1,"val');
    const app = await start({ profile });
    const page = await app.window('manager');
    await expect(surroundings(page)).toContainText(
      /Oxygauge could not read the settings\. .* The file was set aside as settings\.unreadable-/,
    );
    await expect(surroundings(page)).toContainText(/Oxygauge could not read the sign-in\. Sign in again\./);
    await signIn(page);
    await tray.tooltipLike(/GB this month/);
    await openAccount(page);
    await setInterval(page, 7);
    await until('the settings on disk', () => readdirSync(profile).includes('settings.json'));
    await app.close();

    for (const name of ['settings', 'vault'])
      expect(readdirSync(profile).some((each) => each.startsWith(`${name}.unreadable-`))).toBe(true);
    const entries = ['', ...readdirSync(profile, { recursive: true, encoding: 'utf8' })].map((name) =>
      join(profile, name),
    );
    const readable = entries.filter((entry) => {
      const found = lstatSync(entry);
      return !found.isSymbolicLink() && (found.mode & 0o077) !== 0;
    });
    expect(readable).toEqual([]);
    expect(entries.filter((entry) => entry.endsWith('.jsonl'))).not.toEqual([]);
  },
);

test(proves(matrix, 'read-only-later'), async ({ server, tray, start }) => {
  const app = await start();
  const page = await app.window('manager');
  await signIn(page);
  await tray.tooltipLike(/GB this month/);
  await openAccount(page);
  close(app.profile);
  await setInterval(page, 7);
  const failing = surroundings(page).getByRole('alert');
  await expect(failing).toHaveText(
    /Oxygauge cannot save the settings: its folder cannot be written to \(EACCES\)/,
  );
  await expect(intervalOf(page)).toHaveValue('7');

  // Refreshes continue.
  server.simulator.account.monthOverride = { trafficGb: 77.7 };
  await tray.choose('Refresh');
  await tray.tooltipLike(/77\.70 GB this month/);
  await expect(failing).toHaveCount(1);

  open();
  await setInterval(page, 8);
  await expect(failing).toHaveCount(0);
  expect(readFileSync(join(app.profile, 'settings.json'), 'utf8')).toContain('"refreshIntervalMinutes":8');
});

test(proves(matrix, 'read-only-at-start'), async ({ tray, start }) => {
  const parent = newProfile();
  const profile = join(parent, 'profile');
  mkdirSync(profile);
  close(profile);
  const before = standIns();
  const app = await start({ profile });
  const page = await app.window('manager');
  await expect(surroundings(page).getByRole('alert')).toHaveText(
    /Oxygauge cannot save .+: its folder cannot be written to \(EACCES\)/,
  );
  await signIn(page);
  await tray.tooltipLike(/GB this month/);
  expect(readdirSync(profile)).toEqual([]);
  // What is left of the 20 s for which the writes of a library once blocked main.
  const busy = await app.electron.evaluate(() => process.cpuUsage().user / 1e6);
  expect(busy).toBeLessThan(8);
  await app.close();
  const [standIn = '', ...others] = standIns().filter((name) => !before.includes(name));
  expect(others).toEqual([]);
  expect(lstatSync(join(tmpdir(), standIn)).mode & 0o777).toBe(0o700);
  rmSync(join(tmpdir(), standIn), { recursive: true, force: true });
});

test(proves(matrix, 'read-only-used'), async ({ tray, start }) => {
  const first = await start();
  await signIn(await first.window('manager'));
  await tray.tooltipLike(/GB this month/);
  await first.close();
  const entries = ['', ...readdirSync(first.profile, { recursive: true, encoding: 'utf8' })]
    .map((name) => join(first.profile, name))
    .filter((entry) => !lstatSync(entry).isSymbolicLink());
  const modes = entries.map((entry) => [entry, lstatSync(entry).mode & 0o777] as const);
  const before = standIns();
  for (const [entry, mode] of modes.reverse()) chmodSync(entry, mode & 0o555);
  try {
    const app = await start({ profile: first.profile });
    await tray.tooltipLike(/GB this month/);
    await tray.choose('Manage sub-users');
    const page = await app.window('manager');
    await expect(surroundings(page).getByRole('alert')).toHaveText(
      /Oxygauge cannot save .+: its folder cannot be written to \(EACCES\)/,
    );
    await app.close();
  } finally {
    for (const [entry, mode] of modes.reverse()) chmodSync(entry, mode);
    removeStandIns(before);
  }
});

test(proves(matrix, 'disk-full-at-start'), async ({ server, tray, start }) => {
  const first = await start();
  await signIn(await first.window('manager'));
  await tray.tooltipLike(/GB this month/);
  await first.close();
  const before = standIns();
  const app = startRaw({
    profile: first.profile,
    apiUrl: server.url,
    through: onFullDisk(first.profile),
  });
  await tray.tooltipLike(/GB this month/);
  server.simulator.account.monthOverride = { trafficGb: 77.7 };
  await tray.choose('Refresh');
  await tray.tooltipLike(/77\.70 GB this month/);
  await tray.choose('Quit');
  expect(await app.ended).toEqual({ code: 0, signal: null });
  removeStandIns(before);
});

/**
 * Starts a program that finds the folder on a full disk: a small file system over it, seen by that program alone. The
 * log fills its last page, since what is left of a page takes a line even where the disk is full.
 */
function onFullDisk(folder: string): string[] {
  const { uid, gid } = userInfo();
  const script = `
    set -e
    mkdir "$1/../used-$$"
    cp -a "$1/." "$1/../used-$$"
    mount -t tmpfs -o size=3m,mode=700 none "$1"
    cp -a "$1/../used-$$/log" "$1/../used-$$/"*.json "$1"
    rm -r "$1/../used-$$"
    log="$1/log/oxygauge.log"
    size=$(stat -c %s "$log")
    yes '' | head -c $((4096 - size % 4096)) >> "$log"
    dd if=/dev/zero of="$1/filler" bs=4k 2>/dev/null || true
    shift
    exec unshare --user --map-user=${uid} --map-group=${gid} "$@"`;
  return ['unshare', '--user', '--map-root-user', '--mount', 'sh', '-c', script, 'sh', folder];
}

function removeStandIns(before: readonly string[]): void {
  for (const name of standIns().filter((each) => !before.includes(each)))
    rmSync(join(tmpdir(), name), { recursive: true, force: true });
}
