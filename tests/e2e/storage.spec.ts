import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { proves } from '../matrix/fault.ts';
import { storage as matrix } from '../matrix/storage.ts';
import { newProfile } from '../support/app.ts';
import { test } from '../support/fixtures.ts';
import { openAccount, signIn } from '../support/sign-in.ts';
import { until } from '../support/until.ts';

const told = (page: Page) => page.getByRole('complementary', { name: 'About this run' });
let closed: string | null = null;
/** Takes the right to write away, until the test ends or opens it again. */
function close(folder: string): void {
  chmodSync(folder, 0o500);
  closed = folder;
}
function open(): void {
  if (closed !== null) chmodSync(closed, 0o700);
  closed = null;
}
test.afterEach(open);

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
    await expect(told(page)).toContainText(
      /The settings could not be read\. The file was set aside as settings\.unreadable-/,
    );
    await expect(told(page)).toContainText(/The sign-in could not be read\. .* Sign in again\./);
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
  const failing = told(page).getByRole('alert');
  await expect(failing).toHaveText(
    /The settings cannot be saved: its folder cannot be written to \(EACCES\)/,
  );
  await expect(intervalOf(page)).toHaveValue('7');

  // It goes on watching.
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
  await expect(told(page).getByRole('alert')).toHaveText(
    /cannot be saved: its folder cannot be written to \(EACCES\)/,
  );
  await signIn(page);
  await tray.tooltipLike(/GB this month/);
  expect(readdirSync(profile)).toEqual([]);
  await app.close();
  const [standIn = '', ...others] = standIns().filter((name) => !before.includes(name));
  expect(others).toEqual([]);
  expect(lstatSync(join(tmpdir(), standIn)).mode & 0o777).toBe(0o700);
  rmSync(join(tmpdir(), standIn), { recursive: true, force: true });
});
