import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { expect } from '@playwright/test';
import { demoCredentials } from '../../electron/oxylabs/simulator/simulator.ts';
import { openAccount, openSubUsers, signIn } from '../driver/sign-in.ts';
import { test } from '../support/e2e/fixtures.ts';
import { filesWith, formsOf, heapOf } from '../support/e2e/secret-forms.ts';

const { username, password } = demoCredentials;

test('checklist stored-secrets: a restart signs in without asking, and no file holds the password or the token', async ({
  server,
  tray,
  start,
}) => {
  const first = await start();
  await signIn(await first.window('manager'));
  await tray.tooltipLike(/GB this month/);
  await first.close();

  const second = await start({ profile: first.profile });
  await tray.tooltipLike(/GB this month/);
  expect(second.electron.windows()).toEqual([]);
  await second.close();

  const tokens = server.seen.flatMap(
    ({ headers }) => /^Bearer (.+)/.exec(String(headers.authorization))?.[1] ?? [],
  );
  expect(new Set(tokens).size).toBe(2);
  const secrets = [password, `${username}:${password}`, ...tokens].flatMap(formsOf);
  // The test's home contains the profile, logs, caches and the keyring itself.
  expect(first.profile).toContain(homedir());
  expect(filesWith(homedir(), formsOf(username))).not.toEqual([]);
  const ours = filesWith(homedir(), secrets).filter((file) => !file.includes('/playwright-transform-cache'));
  expect(ours).toEqual([]);
});

test('checklist heap-secrets: the window’s heap never holds the token, nor the password after sign-in', async ({
  server,
  start,
}) => {
  const app = await start();
  const page = await app.window('manager');
  await page.getByLabel('Username').focus();
  await page.keyboard.type(username);
  await page.keyboard.press('Tab');
  // Typed by keyboard, because `fill` itself would put the password into the heap.
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible();
  await page.evaluate(() => {
    (globalThis as { control?: string }).control = ['a-known', 'text'].join('-');
  });

  const heap = await heapOf(page);
  expect(heap).toContain('a-known-text');
  expect(heap).not.toContain(password);
  const bearer = server.seen
    .map(({ headers }) => String(headers.authorization))
    .find((each) => /^Bearer/.test(each));
  const token = bearer?.slice('Bearer '.length) ?? '';
  expect(token).not.toBe('');
  expect(heap).not.toContain(token);
});

test('checklist kept-passwords: a kept password is in no file, and in no window that copies it', async ({
  tray,
  start,
}) => {
  const kept = 'Kept_password_77';
  const first = await start();
  const page = await first.window('manager');
  await openSubUsers(page);
  await page.getByRole('button', { name: 'Actions for seo_audit' }).click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  await page.getByLabel('New password (optional)').fill(kept);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'New password of seo_audit' });
  await dialog.getByText('Keep on this computer').click();
  await expect(dialog.getByRole('checkbox', { name: 'Keep on this computer' })).toBeChecked();
  // Kept is as good as copied, so that nothing asks.
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(dialog).toHaveCount(0);
  await first.close();
  expect(filesWith(homedir(), formsOf(kept)).filter((file) => !file.includes('/playwright-'))).toEqual([]);

  const second = await start({ profile: first.profile });
  await tray.choose('Manage sub-users');
  const again = await second.window('manager');
  await again.getByRole('button', { name: 'Actions for seo_audit' }).click();
  await again.getByRole('menuitem', { name: 'Copy connection' }).click();
  await expect(again.getByText(/^Copied with the kept password/)).toBeVisible();
  expect(await second.electron.evaluate(({ clipboard }) => clipboard.readText())).toContain(kept);
  expect(await heapOf(again)).not.toContain(kept);
  await second.close();
  // It is cleared from the clipboard at quit.
  expect(filesWith(homedir(), formsOf(kept)).filter((file) => !file.includes('/playwright-'))).toEqual([]);
});

test('the log and the diagnostics show what happened, without a name, id, password or path', async ({
  server,
  tray,
  start,
}) => {
  const app = await start();
  const page = await app.window('manager');
  await signIn(page);
  await tray.tooltipLike(/GB this month/);
  const fresh = { username: 'brand_new_crawler', password: 'Fresh_password_1' };
  const create = (username: string) =>
    page.evaluate(
      (wanted) =>
        window.oxygauge.command('createSubUser', {
          ...wanted,
          limitGb: null,
          lifetime: false,
          disablesAtLimit: true,
        }),
      { ...fresh, username },
    );
  expect(await create(fresh.username)).toMatchObject({ ok: true });
  server.simulator.faults.add({
    fault: { kind: 'refuse', status: 400, body: JSON.stringify({ message: `Not ${fresh.password}` }) },
  });
  await tray.choose('Refresh');
  await tray.tooltipLike(/Oxylabs refused/);
  server.simulator.faults.clear();
  const logFile = `${app.profile}/log/oxygauge.log`;
  const log = () => readFileSync(logFile, 'utf8');
  for (const line of [
    / start 0\.1\.0 /,
    / sign-in done\n/,
    / write create done sub-user="bra…er"\n/,
    / refresh rejected 400\n/,
  ])
    expect(log()).toMatch(line);

  await openAccount(page);
  await page.getByRole('button', { name: 'Copy diagnostics' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toBeVisible();
  const text = await app.electron.evaluate(({ clipboard }) => clipboard.readText());
  expect(text).toMatch(/^electron 3/m);
  expect(text).toMatch(/refresh rejected 400/);
  expect(text).toMatch(/write create done\n/);

  const bearer = server.seen
    .map(({ headers }) => String(headers.authorization))
    .find((each) => /^Bearer/.test(each));
  const hidden = [
    username,
    password,
    fresh.username,
    fresh.password,
    ...[...server.simulator.account.people.values()].map((each) => each.username),
    server.simulator.account.accountId,
    bearer?.slice('Bearer '.length) ?? '',
    app.profile,
    homedir(),
    server.url,
  ];
  for (const each of hidden) {
    expect(each).not.toBe('');
    expect(log()).not.toContain(each);
    expect(text).not.toContain(each);
  }

  // An uncaught exception is logged by its kind, and the app goes on.
  await app.electron.evaluate((_electron, text) => {
    setTimeout(() => {
      throw new TypeError(text);
    });
    void Promise.reject(Object.assign(new Error(text), { code: 'ETEST' }));
  }, fresh.password);
  await expect.poll(log).toMatch(/ fault uncaught exception TypeError\b/);
  expect(log()).toMatch(/ fault unhandled rejection Error ETEST\b/);
  // Each fault has one line.
  expect(log().match(/ fault .*(uncaught|unhandled|exception|rejection)/g)).toHaveLength(2);
  expect(log()).not.toContain(fresh.password);

  // Full names are opt-in, and in the log only.
  await page.getByText('Show full names in the log file').click();
  expect(await create('one_more_crawler')).toMatchObject({ ok: true });
  expect(log()).toContain('write create done sub-user="one_more_crawler"\n');
  await page.getByRole('button', { name: 'Copy diagnostics' }).click();
  const again = () => app.electron.evaluate(({ clipboard }) => clipboard.readText());
  await expect.poll(again).toContain('Full names in the log: yes');
  expect(await again()).not.toContain('crawler');
});

test.describe('without a keyring', () => {
  const memoryOnly = /In memory only: this computer has no keyring/;

  test('the app works for this run, says so, and asks again after a restart', async ({ tray, start }) => {
    const app = await start({ keyring: false });
    const page = await app.window('manager');
    await expect(page.getByText(/has no keyring to keep a password in/)).toBeVisible();
    await signIn(page);
    await openAccount(page);
    await expect(page.getByText(memoryOnly)).toBeVisible();
    await tray.tooltipLike(/GB this month/);
    await app.close();
    expect(filesWith(app.profile, formsOf(password))).toEqual([]);

    const again = await start({ profile: app.profile, keyring: false });
    const asked = await again.window('manager');
    await expect(asked.getByLabel('Username')).toHaveValue(username);
    await expect(asked.getByLabel('Password', { exact: true })).toBeFocused();
  });

  test('the opt-in stores the sign-in, and turning it off erases it', async ({ tray, start }) => {
    const app = await start({ keyring: false });
    const page = await app.window('manager');
    await signIn(page);
    await openAccount(page);
    await page.getByText('Stay signed in without a keyring').click();
    await expect(page.getByText('Kept in a file without a keyring’s protection')).toBeVisible();
    await app.close();
    expect(filesWith(app.profile, formsOf(password))).toEqual([]);

    const again = await start({ profile: app.profile, keyring: false });
    await tray.tooltipLike(/GB this month/);
    await tray.choose('Manage sub-users');
    const account = await again.window('manager');
    await openAccount(account);
    await account.getByText('Stay signed in without a keyring').click();
    await expect(account.getByText(memoryOnly)).toBeVisible();
    await again.close();

    const third = await start({ profile: app.profile, keyring: false });
    await expect((await third.window('manager')).getByRole('button', { name: 'Sign in' })).toBeVisible();
  });
});

test('a ciphertext that no longer decrypts is a sign-in screen with the username filled in', async ({
  tray,
  start,
}) => {
  const app = await start();
  await signIn(await app.window('manager'));
  await tray.tooltipLike(/GB this month/);
  await app.close();
  await damageCiphertext(app.profile);
  const again = await start({ profile: app.profile });
  const page = await again.window('manager');
  await expect(page.getByText(/saved password cannot be read any more/)).toBeVisible();
  await expect(page.getByLabel('Username')).toHaveValue(username);
});

/** Replaces the ciphertext, as a restored backup or a new keyring would: well-formed, but for another key. */
async function damageCiphertext(profile: string): Promise<void> {
  const { readFileSync, writeFileSync } = await import('node:fs');
  const file = `${profile}/vault.json`;
  const text = readFileSync(file, 'utf8');
  const changed = text.replace(/"data":"([^"]+)"/, (_, data: string) => {
    const bytes = Buffer.from(data, 'base64');
    for (let at = 3; at < bytes.length; at += 1) bytes[at] = (bytes[at] ?? 0) ^ 0x55;
    return `"data":"${bytes.toString('base64')}"`;
  });
  expect(changed).not.toBe(text);
  writeFileSync(file, changed);
}
