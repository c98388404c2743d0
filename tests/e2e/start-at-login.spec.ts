import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { newProfile } from '../driver/profiles.ts';
import { openAccount, signIn } from '../driver/sign-in.ts';
import { TrayHost } from '../driver/tray-host.ts';
import { axeViolations } from '../support/e2e/axe.ts';
import { test } from '../support/e2e/fixtures.ts';

test('start at login is asked once, switched in Settings, and an entry of the user’s own is left alone', async ({
  start,
}) => {
  const profile = newProfile();
  const config = join(profile, 'config');
  const entry = join(config, 'autostart/oxygauge.desktop');
  const app = await start({ profile, environment: { XDG_CONFIG_HOME: config } });
  const page = await app.window('manager');
  await signIn(page);
  const question = page.getByRole('complementary', { name: 'About the start' });
  await expect(question).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
  expect(existsSync(entry)).toBe(false);
  await question.getByRole('button', { name: 'Start at login' }).click();
  await expect(question).toHaveCount(0);
  expect(readFileSync(entry, 'utf8')).toMatch(/^Exec=.* --hidden$/m);

  await openAccount(page);
  const choice = page.getByRole('switch', { name: 'Start at login' });
  await expect(choice).toBeChecked();
  await page.getByText('Start at login', { exact: true }).click();
  await expect(choice).not.toBeChecked();
  expect(existsSync(entry)).toBe(false);

  mkdirSync(join(config, 'autostart'), { recursive: true });
  writeFileSync(entry, '[Desktop Entry]\nType=Application\nExec=mine\n');
  await page.reload();
  await openAccount(page);
  await expect(choice).toBeDisabled();
  await expect(page.getByText(/Oxygauge leaves it alone/)).toBeVisible();
  await expect(question).toHaveCount(0);
  expect(readFileSync(entry, 'utf8')).toContain('Exec=mine');
});

test('at login no window comes up before the panel, and the tray says who is signed out', async ({
  start,
}) => {
  const app = await start({ switches: ['--hidden'] });
  // The app runs, and has asked for a tray by now: it answers.
  await expect.poll(() => app.electron.evaluate(({ app: own }) => own.isReady())).toBe(true);
  const tray = await TrayHost.start();
  try {
    await tray.tooltipLike(/Signed out/);
    expect(app.electron.windows()).toEqual([]);
  } finally {
    await tray.stop();
  }
});
