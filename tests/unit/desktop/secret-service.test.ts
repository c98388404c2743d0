import { Variant } from '@jellybrick/dbus-next';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { holdsOpenKey, type SecretServiceOptions } from '../../../electron/desktop/keyring/secret-service.ts';
import { PrivateBus } from '../../driver/private-bus.ts';
import { until } from '../../driver/until.ts';
import { account } from '../../matrix/account.ts';
import { proves } from '../../matrix/fault.ts';
import {
  type BadKeyring,
  dyingKeyring,
  openKeyring,
  refusingKeyring,
} from '../../support/e2e/bad-keyrings.ts';

const key = '/org/freedesktop/secrets/collection/login/1';
const prompt = '/org/freedesktop/secrets/prompt/p1';

let bus: PrivateBus;
let keyring: BadKeyring | null = null;
beforeEach(async () => {
  bus = await PrivateBus.start();
});
afterEach(async () => {
  await keyring?.bus.close().catch(() => {});
  keyring = null;
  await bus.stop();
});

const isOpen = (options: Partial<SecretServiceOptions> = {}) =>
  holdsOpenKey({ application: 'Oxygauge', limitMs: 10_000, busAddress: bus.address, ...options });

test('a key in an unlocked keyring is found', async () => {
  keyring = await openKeyring(bus.address, 'stays-good');
  expect(await isOpen()).toBe(true);
});

test('without a Secret Service there is no key', async () => expect(await isOpen()).toBe(false));

test('without a session bus there is no key', async () => {
  expect(await isOpen({ busAddress: 'unix:path=/nowhere' })).toBe(false);
});

test.each([
  ['the default collection is locked', { Get: { signature: 'v', body: [new Variant('b', true)] } }],
  ['there is no default collection', { ReadAlias: { signature: 'o', body: ['/'] } }],
  ['the key was not made yet', { SearchItems: { signature: 'aoao', body: [[], []] } }],
  ['a key of that name is locked', { SearchItems: { signature: 'aoao', body: [[key], [`${key}1`]] } }],
  ['the user is asked before anything is written', { CreateItem: { signature: 'oo', body: ['/', prompt] } }],
  ['nothing can be written', { CreateItem: { error: 'org.freedesktop.DBus.Error.Failed', text: 'No' } }],
])('a key is not available if %s', async (_case, change) => {
  keyring = await openKeyring(bus.address, 'stays-good', change);
  expect(await isOpen()).toBe(false);
});

test.each(['ReadAlias', 'SearchItems', 'OpenSession', 'Get', 'CreateItem'])(
  proves(account, 'keyring-locked', '%s is not answered'),
  async (member) => {
    const silent = await openKeyring(bus.address, 'stays-good', { [member]: 'silence' });
    keyring = silent;
    let end = () => {};
    const asking = isOpen({
      after: (_delayMs, run) => {
        end = run;
        return () => {};
      },
    });
    await until(`the question ${member}`, () => silent.asked.includes(member));
    end();
    expect(await asking).toBe(false);
  },
);

test(proves(account, 'keyring-refuses', 'over D-Bus'), async () => {
  keyring = await refusingKeyring(bus.address);
  expect(await isOpen()).toBe(false);
});

test(proves(account, 'keyring-dies', 'over D-Bus'), async () => {
  keyring = await dyingKeyring(bus.address);
  expect(await isOpen()).toBe(false);
});
