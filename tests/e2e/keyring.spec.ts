import { watch } from 'node:fs';
import { tmpdir } from 'node:os';
import { expect, type Page } from '@playwright/test';
import { demoCredentials } from '../../electron/oxylabs/simulator/simulator.ts';
import { Bus } from '../driver/bus.ts';
import { PrivateBus } from '../driver/private-bus.ts';
import { openAccount, signIn } from '../driver/sign-in.ts';
import { account } from '../matrix/account.ts';
import { proves } from '../matrix/fault.ts';
import { cancelledKeyring, dyingKeyring, openKeyring, refusingKeyring } from '../support/e2e/bad-keyrings.ts';
import { test as base } from '../support/e2e/fixtures.ts';
import { filesWith, formsOf } from '../support/e2e/secret-forms.ts';

/** Owns the keyring's name on a private bus and answers no call, like a locked keyring whose prompt waits. */
const test = base.extend<{ silentKeyring: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from its first parameter.
  silentKeyring: async ({}, use) => {
    const bus = await PrivateBus.start();
    const keyring = new Bus(bus.address);
    await keyring.own('org.freedesktop.secrets');
    keyring.staySilent();
    await use(bus.address);
    await keyring.close();
    await bus.stop();
  },
});

test('the keyring is used on a desktop that Chromium does not know', async ({ server, tray, start }) => {
  const onSway = {
    keyring: 'unnamed',
    environment: { XDG_CURRENT_DESKTOP: 'sway', DESKTOP_SESSION: 'sway' },
  } as const;
  const first = await start(onSway);
  await signIn(await first.window('manager'));
  await tray.tooltipLike(/GB this month/);
  await first.close();
  await start({ ...onSway, profile: first.profile });
  await tray.tooltipLike(/GB this month/);
  await expect.poll(() => server.count('POST /v2/login')).toBe(2);
});

/** The keyring has 20 s to answer. */
const patience = { timeout: 40_000 };

test(proves(account, 'keyring-locked'), async ({ silentKeyring, start }) => {
  test.setTimeout(90_000);
  const app = await start({ environment: { DBUS_SESSION_BUS_ADDRESS: silentKeyring } });
  const page = await app.window('manager');
  await signIn(page);
  await expect(page.getByRole('button', { name: 'Signing in…' })).toBeVisible();
  // Main keeps working meanwhile.
  expect(await app.electron.evaluate(() => 'awake')).toBe('awake');
  await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible(patience);
  await openAccount(page);
  await expect(page.getByText(/waiting for your keyring/)).toBeVisible();
});

test(proves(account, 'keyring-locked', 'at the next start'), async ({ silentKeyring, tray, start }) => {
  test.setTimeout(90_000);
  const first = await start();
  await signIn(await first.window('manager'));
  await tray.tooltipLike(/GB this month/);
  await first.close();

  const locked = await start({
    profile: first.profile,
    environment: { DBUS_SESSION_BUS_ADDRESS: silentKeyring },
  });
  const page = await locked.window('manager');
  await expect(page.getByText(/Waiting for your keyring\. Unlock it/)).toBeVisible(patience);
  await expect(page.getByLabel('Username')).toHaveValue('demo_main');
  await locked.close();

  // Nothing was discarded: once it is unlocked, the app signs in by itself.
  await start({ profile: first.profile });
  await tray.tooltipLike(/GB this month/);
});

const badKeyrings = [
  { id: 'keyring-refuses', open: refusingKeyring, asked: 'ReadAlias' },
  { id: 'keyring-dies', open: dyingKeyring, asked: 'SearchItems' },
  { id: 'keyring-prompt-cancelled', open: cancelledKeyring, asked: 'Prompt' },
] as const;

/** Signs in on a computer whose keyring stores nothing, which the page says. */
async function signInForThisRun(page: Page): Promise<void> {
  await signIn(page);
  await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible();
  await openAccount(page);
  await expect(page.getByText(/In memory only: this computer has no keyring, or it refused/)).toBeVisible();
}

for (const { id, open, asked } of badKeyrings) {
  test(proves(account, id), async ({ start }) => {
    const bus = await PrivateBus.start();
    const keyring = await open(bus.address);
    const app = await start({ environment: { DBUS_SESSION_BUS_ADDRESS: bus.address } });
    const page = await app.window('manager');
    await signInForThisRun(page);
    expect(keyring.asked).toContain(asked);
    expect(await page.evaluate(() => window.oxygauge.command('refresh', null))).toEqual({
      ok: true,
      value: null,
    });
    await keyring.bus.close();
    await bus.stop();
  });
}

test(proves(account, 'forgotten-while-saving', 'in the running app'), async ({ start }) => {
  const bus = await PrivateBus.start();
  const refusing = await refusingKeyring(bus.address);
  const app = await start({ environment: { DBUS_SESSION_BUS_ADDRESS: bus.address } });
  const page = await app.window('manager');
  await signInForThisRun(page);
  await refusing.bus.close();

  // The user opts in to another protection, for which the keyring is asked first. It does not answer until it is gone.
  const silent = new Bus(bus.address);
  await silent.own('org.freedesktop.secrets');
  silent.staySilent();
  const saving = page.evaluate(() => window.oxygauge.command('changeSettings', { keepWithoutKeyring: true }));
  await page.getByRole('button', { name: 'Forget this account…' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Forget' }).click();
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  silent.die();
  expect(await saving).toEqual({ ok: true, value: null });
  await app.close();
  const { username, password } = demoCredentials;
  expect(filesWith(app.profile, [...formsOf(username), ...formsOf(password)])).toEqual([]);

  const next = await start({ profile: app.profile });
  await expect((await next.window('manager')).getByLabel('Username')).toHaveValue('');
  await bus.stop();
});

test('at the next start, an unlocked keyring is read without a second process', async ({ tray, start }) => {
  // A process that tries the keyring has its own folder while it runs.
  const made = new Set<string>();
  const watcher = watch(tmpdir(), (_event, name) => {
    if (name?.startsWith('oxygauge-probe-')) made.add(name);
  });
  const first = await start();
  await signIn(await first.window('manager'));
  await tray.tooltipLike(/GB this month/);
  await first.close();

  made.clear();
  await start({ profile: first.profile });
  await tray.tooltipLike(/GB this month/);
  expect([...made]).toEqual([]);
  watcher.close();
});

test(proves(account, 'keyring-dies', 'between the question and the answer'), async ({ start }) => {
  const bus = await PrivateBus.start();
  const keyring = await openKeyring(bus.address, 'dies');
  const app = await start({ environment: { DBUS_SESSION_BUS_ADDRESS: bus.address } });
  const page = await app.window('manager');
  await signInForThisRun(page);
  // The query had its answer.
  expect(keyring.asked).toContain('CreateItem');
  await keyring.bus.close();
  await bus.stop();
});
