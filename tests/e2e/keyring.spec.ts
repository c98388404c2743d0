import { expect } from '@playwright/test';
import { account } from '../matrix/account.ts';
import { proves } from '../matrix/fault.ts';
import { cancelledKeyring, dyingKeyring, refusingKeyring } from '../support/bad-keyrings.ts';
import { Bus } from '../support/bus.ts';
import { test as base } from '../support/fixtures.ts';
import { PrivateBus } from '../support/private-bus.ts';
import { openAccount, signIn } from '../support/sign-in.ts';

/** The keyring's name on a bus of its own, with somebody behind it who never answers: it is locked, and its prompt waits. */
const test = base.extend<{ silentKeyring: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from its first parameter.
  silentKeyring: async ({}, use) => {
    const bus = await PrivateBus.start();
    const keyring = new Bus(bus.address);
    await keyring.own('org.freedesktop.secrets');
    keyring.staySilent();
    await use(bus.address);
    await keyring.close();
    bus.stop();
  },
});

/** The keyring has 20 s to answer. */
const patience = { timeout: 40_000 };

test(proves(account, 'keyring-locked'), async ({ silentKeyring, start }) => {
  test.setTimeout(90_000);
  const app = await start({ environment: { DBUS_SESSION_BUS_ADDRESS: silentKeyring } });
  const page = await app.window('manager');
  await signIn(page);
  await expect(page.getByRole('button', { name: 'Signing in…' })).toBeVisible();
  // Main goes on working meanwhile.
  expect(await app.electron.evaluate(() => 'awake')).toBe('awake');
  await expect(page.getByRole('heading', { name: 'Sub-users' })).toBeVisible(patience);
  await openAccount(page);
  await expect(page.getByText(/keyring does not answer/)).toBeVisible();
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
  await expect(page.getByText(/keyring does not answer\. Unlock it/)).toBeVisible(patience);
  await expect(page.getByLabel('Username')).toHaveValue('demo_main');
  await locked.close();

  // Nothing was thrown away: unlocked again, it needs no question.
  await start({ profile: first.profile });
  await tray.tooltipLike(/GB this month/);
});

const badKeyrings = [
  { id: 'keyring-refuses', open: refusingKeyring, asked: 'ReadAlias' },
  { id: 'keyring-dies', open: dyingKeyring, asked: 'ReadAlias' },
  { id: 'keyring-prompt-cancelled', open: cancelledKeyring, asked: 'Prompt' },
] as const;

for (const { id, open, asked } of badKeyrings) {
  test(proves(account, id), async ({ start }) => {
    // Else the system would put a good one in its place.
    const bus = await PrivateBus.start({ kind: 'barren' });
    const keyring = await open(bus.address);
    const app = await start({ environment: { DBUS_SESSION_BUS_ADDRESS: bus.address } });
    const page = await app.window('manager');
    await signIn(page);
    await expect(page.getByRole('heading', { name: 'Sub-users' })).toBeVisible();
    await openAccount(page);
    await expect(
      page.getByText(/In memory only: this computer offers no keyring, or it refused/),
    ).toBeVisible();
    expect(keyring.asked).toContain(asked);
    expect(await page.evaluate(() => window.oxygauge.command('refresh', null))).toEqual({
      ok: true,
      value: null,
    });
    await keyring.bus.close();
    bus.stop();
  });
}
