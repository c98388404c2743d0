import { beforeEach, describe, expect, test, vi } from 'vitest';
import { Session } from '../../../electron/account/session.ts';
import { createVault } from '../../../electron/account/vault.ts';
import type { OxylabsClient } from '../../../electron/oxylabs/client.ts';
import { Secret } from '../../../electron/oxylabs/secret.ts';
import {
  createSimulator,
  demoCredentials,
  type Simulator,
} from '../../../electron/oxylabs/simulator/simulator.ts';
import { account } from '../../matrix/account.ts';
import { proves } from '../../matrix/fault.ts';
import { platform } from '../../matrix/platform.ts';
import { clientFor } from '../../support/unit/client.ts';
import { FakeClock } from '../../support/unit/fake-clock.ts';
import { fakeCipher, fakeKeychain, memoryFile } from '../../support/unit/vault-parts.ts';

let clock: FakeClock;
let simulator: Simulator;
let client: OxylabsClient;
let logins: number;
let views: string[];
let parts: {
  keychain: ReturnType<typeof fakeKeychain>;
  localCipher: ReturnType<typeof fakeCipher>;
  file: ReturnType<typeof memoryFile>;
};
let keep: boolean;

beforeEach(() => {
  clock = new FakeClock();
  simulator = createSimulator({ now: clock.now });
  const counting = clientFor('https://simulator.invalid/v2', { fetch: simulator.fetch, now: clock.now });
  logins = 0;
  client = {
    ...counting,
    login(username, password) {
      logins += 1;
      return counting.login(username, password);
    },
  };
  parts = { keychain: fakeKeychain(), localCipher: fakeCipher(), file: memoryFile() };
  views = [];
  keep = false;
});

/** Opens a session as the next run of the app does, on the same file and keyring. */
function newRun(): Session {
  const session: Session = new Session({
    client,
    vault: createVault(parts),
    now: clock.now,
    keepWithoutKeyring: () => keep,
    onChange: () => {
      const view = session.view();
      views.push(view.kind === 'signed-out' ? view.reason : view.kind);
    },
  });
  return session;
}

const password = () => new Secret(demoCredentials.password);
const signIn = (session: Session, username: string = demoCredentials.username) =>
  session.signIn(username, password());
const total = (session: Session) => session.call((who) => client.monthTotal(who));

describe('sign-in', () => {
  test('a successful one is stored, and the next start sends no request', async () => {
    expect(await signIn(newRun())).toMatchObject({ ok: true, value: { prefixRemoved: false } });
    const next = newRun();
    await next.restore();
    expect(next.view()).toMatchObject({ kind: 'signed-in', username: 'demo_main', remembered: 'keyring' });
    expect(logins).toBe(1);
    expect((await total(next)).ok).toBe(true);
    expect(logins).toBe(2);
  });

  test('a pasted prefix is removed, and reported', async () => {
    expect(await signIn(newRun(), ' customer-demo_main ')).toMatchObject({
      ok: true,
      value: { username: 'demo_main', prefixRemoved: true },
    });
  });

  test.each(['a:b', 'customer-a:b', ' ', 'customer-'])('%j is refused before any call', async (username) => {
    expect(await signIn(newRun(), username)).toMatchObject({ ok: false, failure: { kind: 'bad-username' } });
    expect(logins).toBe(0);
  });

  test('a refused one stores nothing', async () => {
    const session = newRun();
    expect(await session.signIn('demo_main', new Secret('wrong'))).toMatchObject({
      failure: { kind: 'bad-credentials' },
    });
    expect(parts.file.content).toBeNull();
    expect(session.view().kind).toBe('restoring');
  });

  test('neither password nor token is written in the clear', async () => {
    const session = newRun();
    await signIn(session);
    await total(session);
    const written = JSON.stringify(parts.file.content);
    expect(written).not.toContain(demoCredentials.password);
    expect(written).not.toContain(Buffer.from(demoCredentials.password).toString('base64'));
    expect(written).not.toMatch(/\w{20,}\.\w{20,}\.\w{20,}/);
  });
});

describe('the token', () => {
  test('fifty calls that get a 401 at once cause one login', async () => {
    const session = newRun();
    await signIn(session);
    simulator.account.expireTokens();
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => total(session)));
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    expect(logins).toBe(2);
  });

  test('is renewed a few minutes before it ends, without a 401', async () => {
    const session = newRun();
    await signIn(session);
    clock.jump(54 * 60_000);
    await total(session);
    expect(logins).toBe(1);
    clock.jump(2 * 60_000);
    await total(session);
    expect(logins).toBe(2);
  });

  test('is not valid for ever after the clock was set back', async () => {
    const session = newRun();
    await signIn(session);
    clock.jump(-2 * 60 * 60_000);
    await total(session);
    expect(logins).toBe(2);
  });

  test('refused right after a fresh login means signed out, reported once', async () => {
    const session = newRun();
    await signIn(session);
    simulator.account.refuseTokens(true);
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => total(session)));
    expect(outcomes.every((each) => !each.ok && each.failure.kind === 'signed-out')).toBe(true);
    expect(session.view()).toEqual({ kind: 'signed-out', reason: 'refused', username: 'demo_main' });
    expect(views.filter((view) => view === 'refused')).toHaveLength(1);
    expect(logins).toBe(2);
  });

  test('offline is never signed out', async () => {
    const session = newRun();
    await signIn(session);
    simulator.account.expireTokens();
    simulator.faults.add({ fault: { kind: 'cut', at: 'before-headers' }, on: /login/ });
    expect(await total(session)).toMatchObject({ failure: { kind: 'unreachable' } });
    expect(session.view().kind).toBe('signed-in');
    simulator.faults.clear();
    expect((await total(session)).ok).toBe(true);
  });

  describe('refused', () => {
    let session: Session;
    beforeEach(async () => {
      session = newRun();
      await signIn(session);
      simulator.account.credentials.password = 'Another_password_2';
      simulator.account.expireTokens();
    });

    test(proves(account, 'password-changed'), async () => {
      expect(await total(session)).toMatchObject({ failure: { kind: 'renewal-refused' } });
      expect(await total(session)).toMatchObject({ failure: { kind: 'renewal-refused' } });
      expect(logins).toBe(2);
      expect(session.view().kind).toBe('signed-in');
      clock.jump(60_000);
      expect(await total(session)).toMatchObject({ failure: { kind: 'signed-out' } });
      expect(session.view()).toMatchObject({ reason: 'refused', username: 'demo_main' });
      const next = newRun();
      await next.restore();
      expect(next.view()).toMatchObject({ kind: 'signed-out', reason: 'refused', username: 'demo_main' });
      await total(next);
      expect(logins).toBe(3);
      simulator.account.credentials.password = demoCredentials.password;
      expect(await next.retryRefused()).toEqual({ ok: true, value: null });
      expect(next.view()).toMatchObject({ kind: 'signed-in', remembered: 'keyring' });
    });

    test('once, and then accepted: the next refusal is a first one again', async () => {
      await total(session);
      clock.jump(60_000);
      simulator.account.credentials.password = demoCredentials.password;
      expect((await total(session)).ok).toBe(true);
      simulator.account.credentials.password = 'Another_password_2';
      simulator.account.expireTokens();
      expect(await total(session)).toMatchObject({ failure: { kind: 'renewal-refused' } });
      expect(session.view().kind).toBe('signed-in');
    });

    test('stays refused where the keyring wants to encrypt it again and the user tries in vain', async () => {
      await total(session);
      clock.jump(60_000);
      await total(session);
      parts.keychain.encryptsAgain = true;
      const next = newRun();
      await next.restore();
      expect(await next.retryRefused()).toMatchObject({ failure: { kind: 'bad-credentials' } });
      const later = newRun();
      await later.restore();
      expect(later.view()).toMatchObject({ kind: 'signed-out', reason: 'refused' });
    });

    test('twice without a keyring: this run can still try the password again', async () => {
      parts.keychain.behave = 'none';
      await session.applyKeepWithoutKeyring();
      const other = newRun();
      simulator.account.credentials.password = demoCredentials.password;
      await signIn(other);
      expect(other.view()).toMatchObject({ remembered: 'this-run' });
      simulator.account.refuseTokens(true);
      await total(other);
      expect(other.view()).toMatchObject({ reason: 'refused' });
      simulator.account.refuseTokens(false);
      expect((await other.retryRefused()).ok).toBe(true);
      expect((await total(other)).ok).toBe(true);
    });
  });

  test('a refused password that was kept for one run only is not offered at the next start', async () => {
    parts.keychain.behave = 'none';
    const session = newRun();
    await signIn(session);
    simulator.account.refuseTokens(true);
    await total(session);
    expect(session.view()).toMatchObject({ reason: 'refused' });
    const next = newRun();
    await next.restore();
    expect(next.view()).toEqual({ kind: 'signed-out', reason: 'signed-out', username: 'demo_main' });
  });

  test.each([
    [403, '<!doctype html><title>Blocked</title>'],
    [403, 'Too many requests'],
    [403, ''],
    [401, '<html>Sign in to this network</html>'],
    [401, 'Proxy authentication'],
  ])(proves(account, 'page-at-renewal', '%i %s'), async (status, body) => {
    const session = newRun();
    await signIn(session);
    const stored = JSON.stringify(parts.file.content);
    simulator.account.expireTokens();
    simulator.faults.add({ fault: { kind: 'refuse', status, body }, on: /login/ });
    for (let time = 0; time < 5; time += 1) {
      expect(await total(session)).toMatchObject({ failure: { kind: 'not-understood' } });
      clock.jump(5 * 60_000);
    }
    expect(session.view().kind).toBe('signed-in');
    expect(JSON.stringify(parts.file.content)).toBe(stored);
    simulator.faults.clear();
    expect((await total(session)).ok).toBe(true);
  });

  test.each(['sign-in', 'opt-in'])(proves(account, 'forgotten-while-saving', 'at the %s'), async (moment) => {
    const session = newRun();
    if (moment === 'opt-in') {
      parts.keychain.behave = 'none';
      await signIn(session);
      parts.keychain.behave = 'well';
    }
    const { begun, finish } = parts.keychain.holdEncryption();
    const saving = moment === 'sign-in' ? signIn(session) : session.applyKeepWithoutKeyring();
    await begun;
    session.signOut();
    finish();
    await saving;
    expect(parts.file.content).toBeNull();
    expect(session.view().kind).toBe('signed-out');
    const next = newRun();
    await next.restore();
    expect(next.view()).toMatchObject({ kind: 'signed-out', username: null });
  });

  test('an answer that comes after sign-out changes nothing', async () => {
    const session = newRun();
    await signIn(session);
    simulator.account.expireTokens();
    const late = total(session);
    session.signOut();
    expect(await late).toMatchObject({ failure: { kind: 'signed-out' } });
    expect(session.view()).toEqual({ kind: 'signed-out', reason: 'signed-out', username: null });
  });
});

describe('the keyring', () => {
  test('none: in memory for this run, and the next start asks again', async () => {
    parts.keychain.behave = 'none';
    const session = newRun();
    await signIn(session);
    expect(session.view()).toMatchObject({ kind: 'signed-in', remembered: 'this-run' });
    expect(session.keyring()).toBe('none');
    const next = newRun();
    await next.restore();
    expect(next.view()).toMatchObject({ kind: 'signed-out', username: 'demo_main' });
  });

  test('none, and the user opts in: stored', async () => {
    parts.keychain.behave = 'none';
    const session = newRun();
    await signIn(session);
    keep = true;
    await session.applyKeepWithoutKeyring();
    expect(session.view()).toMatchObject({ remembered: 'unprotected' });
    const next = newRun();
    await next.restore();
    expect(next.view()).toMatchObject({ kind: 'signed-in', remembered: 'unprotected' });
  });

  test('turning the opt-in off erases what it stored', async () => {
    parts.keychain.behave = 'none';
    keep = true;
    const session = newRun();
    await signIn(session);
    keep = false;
    await session.applyKeepWithoutKeyring();
    expect(session.view()).toMatchObject({ remembered: 'this-run' });
    expect(parts.file.content).toMatchObject({ secret: null });
    expect(parts.localCipher.erased).toBeGreaterThan(0);
  });

  test('that cannot encrypt again what it decrypts leaves the stored secret as it is', async () => {
    await signIn(newRun());
    const stored = parts.file.content;
    parts.keychain.encryptsAgain = true;
    parts.keychain.encrypt = async () => ({ kind: 'none' });
    const next = newRun();
    await next.restore();
    expect(next.view()).toMatchObject({ kind: 'signed-in', remembered: 'keyring' });
    expect(parts.file.content).toEqual(stored);
  });

  test.each(['replaced', 'garbles'] as const)(proves(platform, 'replaced-keyring', '%s'), async (behave) => {
    await signIn(newRun());
    const before = JSON.stringify(parts.file.content);
    parts.keychain.behave = behave;
    const next = newRun();
    await next.restore();
    expect(next.view()).toEqual({
      kind: 'signed-out',
      reason: 'secret-unreadable',
      username: 'demo_main',
    });
    expect(JSON.stringify(parts.file.content)).toBe(before);
  });

  test(proves(account, 'keyring-locked', 'at the next start'), async () => {
    await signIn(newRun());
    parts.keychain.behave = 'silent';
    const next = newRun();
    await next.restore();
    expect(next.view()).toMatchObject({ reason: 'keyring-silent', username: 'demo_main' });
    parts.keychain.behave = 'well';
    const later = newRun();
    await later.restore();
    expect(later.view().kind).toBe('signed-in');
  });

  test('a prompt of the keyring that is answered late restores the sign-in', async () => {
    await signIn(newRun());
    parts.keychain.behave = 'silent';
    const next = newRun();
    await next.restore();
    parts.keychain.answer();
    await vi.waitFor(() => expect(next.view()).toMatchObject({ kind: 'signed-in', remembered: 'keyring' }));
  });

  test('a prompt that is answered late keeps the sign-in of this run', async () => {
    parts.keychain.behave = 'silent';
    const session = newRun();
    await signIn(session);
    expect(session.view()).toMatchObject({ remembered: 'this-run' });
    parts.keychain.answer();
    await vi.waitFor(() => expect(session.view()).toMatchObject({ remembered: 'keyring' }));
  });

  test.each(['silent', 'none'] as const)(
    'a sign-in for this run leaves what a keyring that is %s holds',
    async (behave) => {
      await signIn(newRun());
      const before = JSON.stringify(parts.file.content);
      parts.keychain.behave = behave;
      const next = newRun();
      await next.restore();
      await signIn(next);
      expect(next.view()).toMatchObject({ kind: 'signed-in', remembered: 'this-run' });
      expect(JSON.stringify(parts.file.content)).toBe(before);
    },
  );

  test('sign-out erases the secret and the name', async () => {
    const session = newRun();
    await signIn(session);
    session.signOut();
    expect(parts.file.content).toBeNull();
    expect(parts.localCipher.erased).toBeGreaterThan(0);
  });

  test.each([null, 'text', { username: 1 }, { username: 'a', accountId: '../..', secret: null }])(
    'a vault file of %j counts as empty',
    async (content) => {
      parts.file.content = content;
      const session = newRun();
      await session.restore();
      expect(session.view()).toMatchObject({ reason: 'never-signed-in' });
    },
  );
});
