import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { AccountKey } from '../../../electron/contract/accounts.ts';
import { createAccountListActions } from '../../../electron/monitor/accounts/account-list-actions.ts';
import { accountOfName } from '../../../electron/monitor/accounts/account-of-name.ts';
import { Secret } from '../../../electron/oxylabs/secret.ts';
import { createSimulator, type Simulator } from '../../../electron/oxylabs/simulator/simulator.ts';
import { openTestAccounts } from '../../support/unit/accounts.ts';
import { clientFor } from '../../support/unit/client.ts';
import { FakeClock } from '../../support/unit/fake-clock.ts';
import { profileFolder, removeFolders } from '../../support/unit/storage.ts';
import { fakeKeychain } from '../../support/unit/vault-parts.ts';

let clock: FakeClock;
let profile: string;
let simulators: Map<AccountKey, Simulator>;
/** The account of the fixture. */
const oldAccountId = '4b7120c5-1689-4ee3-9731-3489b19969ef';
const keychain = fakeKeychain();
const requests: string[] = [];
const hanging = new Set<AccountKey>();

beforeEach(() => {
  clock = new FakeClock();
  profile = profileFolder();
  simulators = new Map();
  requests.length = 0;
  hanging.clear();
});
afterEach(removeFolders);

const credentialsOf = (key: AccountKey) => ({ username: `main_${key}`, password: 'Long_enough_1' });

function simulatorOf(key: AccountKey): Simulator {
  const known =
    simulators.get(key) ??
    createSimulator({ now: clock.now, subUserCount: 4, credentials: credentialsOf(key) });
  simulators.set(key, known);
  return known;
}

function open(mayLeave = () => true) {
  return openTestAccounts({
    profile,
    clock,
    keychain,
    mayLeave,
    clientOf: (key) =>
      clientFor('http://simulated/v2', {
        now: clock.now,
        // By the real clock: a day of the test takes longer than the usual limit on a busy computer.
        attemptLimitMs: 600_000,
        totalLimitMs: 600_000,
        fetch(input, init) {
          const request = new Request(input, init);
          requests.push(`${key} ${request.method} ${new URL(request.url).pathname.replace(/.*\//, '')}`);
          return hanging.has(key) ? new Promise(() => {}) : simulatorOf(key).fetch(request);
        },
      }),
  });
}

type Opened = ReturnType<typeof open>;

async function turns(): Promise<void> {
  for (let turn = 0; turn < 30; turn += 1) await new Promise((next) => setImmediate(next));
}

/** Signs in to the account that the windows show. */
async function signIn({ accounts }: Opened, key = accounts.shownKey()): Promise<void> {
  const { username, password } = credentialsOf(key);
  const signedIn = await accounts.of(key)?.monitor.session.signIn(username, new Secret(password));
  expect(signedIn?.ok).toBe(true);
  await turns();
}

async function withTwo(): Promise<Opened> {
  const opened = open();
  await opened.accounts.start();
  await signIn(opened);
  opened.accounts.add();
  await signIn(opened);
  return opened;
}

const rows = ({ accounts }: Opened) => accounts.first.monitor.store.getState().accountList.rows;

test('a further account is listed once it is signed in, and the windows show it', async () => {
  const opened = open();
  const { accounts } = opened;
  await accounts.start();
  await signIn(opened);
  expect(rows(opened).map(({ username }) => username)).toEqual(['main_1']);
  let shown = 0;
  accounts.onShown(() => {
    shown += 1;
  });
  expect(accounts.add()).toBe(true);
  await turns();
  expect([accounts.shownKey(), shown]).toEqual(['2', 1]);
  expect(rows(opened)).toHaveLength(1);
  expect(accounts.shown().monitor.session.view().kind).toBe('signed-out');
  await signIn(opened);
  expect(rows(opened).map(({ key, username, state }) => [key, username, state])).toEqual([
    ['1', 'main_1', 'ok'],
    ['2', 'main_2', 'ok'],
  ]);
  expect(new Set(rows(opened).map(({ color }) => color)).size).toBe(2);
});

test('each account has its own files, requests and figures, and the app has one list of them', async () => {
  const opened = await withTwo();
  const { accounts } = opened;
  simulatorOf('1').account.monthOverride = { trafficGb: 200 };
  simulatorOf('2').account.monthOverride = { trafficGb: 12.5 };
  requests.length = 0;
  for (const { monitor } of accounts.all()) await monitor.poller.refreshNow();
  await turns();
  expect(requests.sort()).toEqual([
    '1 GET client-stats',
    '1 GET sub-users',
    '2 GET client-stats',
    '2 GET sub-users',
  ]);
  expect(rows(opened).map(({ monthGb }) => monthGb)).toEqual([200, 12.5]);
  for (const { monitor } of accounts.all())
    expect(monitor.store.getState().accountList.rows).toBe(rows(opened));
  expect(accounts.all().map(({ monitor }) => monitor.store.getState().accountList.shown)).toEqual(['1', '2']);
  const files = (folder: string) => readdirSync(join(profile, folder)).filter((name) => name !== 'accounts');
  expect(files('history')).not.toEqual(files('accounts/2/history'));
  expect(existsSync(join(profile, 'accounts/2/log'))).toBe(false);
});

test('all accounts come back, with their labels, and one that was shown is shown', async () => {
  const { accounts } = await withTwo();
  accounts.label('2', { name: 'Agency', color: 'pink', product: 'mobile' });
  accounts.stop();
  requests.length = 0;
  const again = open();
  await again.accounts.start();
  await turns();
  expect(again.accounts.shownKey()).toBe('2');
  expect(rows(again)).toMatchObject([
    { key: '1', username: 'main_1' },
    { key: '2', username: 'main_2', name: 'Agency', color: 'pink', product: 'mobile' },
  ]);
  // One login of each, and two requests of each refresh.
  expect(requests.filter((each) => each.endsWith('login')).sort()).toEqual(['1 POST login', '2 POST login']);
  expect(requests).toHaveLength(6);
});

test('one that was never signed in leaves nothing behind, and its key names no other', async () => {
  const opened = await withTwo();
  const { accounts, erased } = opened;
  accounts.add();
  await turns();
  expect(accounts.shownKey()).toBe('3');
  // Another try is the same sign-in.
  accounts.add();
  expect(accounts.shownKey()).toBe('3');
  accounts.show('1');
  expect(erased).toEqual(['3']);
  expect(existsSync(join(profile, 'accounts/3'))).toBe(false);
  accounts.add();
  expect(accounts.shownKey()).toBe('4');
});

test('the same account is not added twice', async () => {
  const opened = await withTwo();
  const { accounts } = opened;
  simulators.set('3', simulatorOf('1'));
  accounts.add();
  await turns();
  const { username, password } = credentialsOf('1');
  const again = await accounts.shown().monitor.session.signIn(username, new Secret(password));
  expect(again).toEqual({ ok: false, failure: { kind: 'already-added' } });
  expect(rows(opened)).toHaveLength(2);
});

test('a window that holds something is not left', async () => {
  let mayLeave = true;
  const opened = open(() => mayLeave);
  const { accounts } = opened;
  await accounts.start();
  await signIn(opened);
  accounts.add();
  await signIn(opened);
  mayLeave = false;
  expect(accounts.show('1')).toBe(false);
  expect(accounts.shownKey()).toBe('2');

  // What a notification of the other account wanted to show is remembered until the window is left.
  const wanted = () => rows(opened).map((row) => row.wanted);
  accounts.of('1')?.monitor.navigate({ kind: 'named', username: 'seo_audit' });
  await turns();
  expect([accounts.shownKey(), wanted()]).toEqual(['2', ['seo_audit', null]]);
  accounts.of('1')?.monitor.navigate({ kind: 'alerts' });
  await turns();
  expect(wanted()).toEqual(['', null]);
  mayLeave = true;
  expect(accounts.show('1')).toBe(true);
  await accounts.of('1')?.monitor.commands.navigationTaken({ nonce: 2 });
  await turns();
  expect(wanted()).toEqual([null, null]);
});

const isIn = (folder: string, text: string): boolean =>
  readdirSync(folder, { withFileTypes: true }).some((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? isIn(path, text) : readFileSync(path).includes(text);
  });

test.each(['1', '2'])(
  'forgetting account %s leaves no byte of it, and every byte of the other',
  async (key) => {
    const opened = await withTwo();
    const { accounts } = opened;
    const other = key === '1' ? '2' : '1';
    for (const each of [key, other]) {
      const monitor = accounts.of(each)?.monitor;
      // Of equal names, as two accounts of one agency have them.
      await monitor?.commands.changeSettings({ plan: { sizeGb: each === key ? 4_321 : 300 } });
      await clock.pass(600);
      await monitor?.poller.refreshNow();
      await turns();
    }
    const session = accounts.of(key)?.monitor.session.view();
    const accountId = session?.kind === 'signed-in' ? session.accountId : '';
    const kept = accounts.of(other)?.monitor;
    const settings = kept?.store.getState().settings;
    const history = () => kept?.alerts.history();
    const before = JSON.stringify(history());
    expect(isIn(profile, accountId)).toBe(true);
    const forgotten = await createAccountListActions(accounts, key).forgetAccount({ accountId });
    expect(forgotten.ok).toBe(true);
    await turns();
    await clock.pass(120_000);
    for (const trace of [accountId, `main_${key}`, '4321']) expect(isIn(profile, trace)).toBe(false);
    expect(isIn(profile, `main_${other}`)).toBe(true);
    expect(JSON.stringify(history())).toBe(before);
    expect(kept?.store.getState().settings.plan).toEqual(settings?.plan);
    expect(rows(opened).map((row) => row.key)).toEqual([other]);
    expect(accounts.shownKey()).toBe(other);
    accounts.stop();
    const again = open();
    await again.accounts.start();
    await turns();
    expect(rows(again).map(({ username }) => username)).toEqual([`main_${other}`]);
  },
);

test('settings of the app are those of all accounts; plan, alerts and interval are not', async () => {
  const opened = await withTwo();
  const { accounts } = opened;
  const change = createAccountListActions(accounts, '2').changeSettings;
  await change({
    theme: 'dark',
    refreshIntervalMinutes: 9,
    plan: { sizeGb: 50 },
    alerts: { pausedUntil: 5, sound: false },
  });
  const settingsOf = (key: AccountKey) => accounts.of(key)?.monitor.store.getState().settings;
  expect(settingsOf('1')).toMatchObject({
    theme: 'dark',
    refreshIntervalMinutes: 5,
    plan: { sizeGb: null },
    // A pause is for all, and a sound is not.
    alerts: { pausedUntil: 5, sound: true },
  });
  expect(settingsOf('2')).toMatchObject({
    theme: 'dark',
    refreshIntervalMinutes: 9,
    plan: { sizeGb: 50 },
    alerts: { pausedUntil: 5, sound: false },
  });
  // What the first one sets later wins over the copy in the other's file.
  accounts.show('1');
  await createAccountListActions(accounts, '1').changeSettings({ theme: 'light' });
  accounts.stop();
  const again = open();
  const { theme, plan } = again.accounts.of('2')?.monitor.store.getState().settings ?? {};
  expect([theme, plan?.sizeGb]).toEqual(['light', 50]);
});

test('what leaves the windows names the account where there are several', async () => {
  const opened = open();
  const { accounts, desktops } = opened;
  await accounts.start();
  await signIn(opened);
  await accounts.of('1')?.monitor.commands.testNotification();
  accounts.add();
  await signIn(opened);
  accounts.label('2', { name: 'Agency', color: 'blue', product: null });
  await accounts.of('1')?.monitor.commands.testNotification();
  const inTwo = accounts.of('2')?.monitor.commands;
  await inTwo?.testNotification();
  await inTwo?.exportRecord({ what: 'history' });
  const titles = (key: AccountKey) =>
    desktops.get(key)?.notifications.map(({ title }) => title.split(':')[0]);
  expect(titles('1')?.slice(-2)).toEqual(['Oxygauge', 'main_1']);
  expect(titles('2')?.at(-1)).toBe('Agency');
  expect(desktops.get('2')?.saved.at(-1)?.name).toMatch(/^Agency /);
});

test('the refreshes of accounts are spread over the interval, two requests each', async () => {
  const opened = await withTwo();
  const { accounts } = opened;
  accounts.add();
  await signIn(opened);
  await clock.pass(1_000);
  await turns();
  requests.length = 0;
  const at = new Map<AccountKey, number[]>();
  for (let second = 0; second < 1_800; second += 1) {
    const before = requests.length;
    await clock.pass(1_000);
    if (requests.length === before) continue;
    await turns();
    for (const key of new Set(requests.slice(before).map((line) => line[0] ?? '')))
      at.set(key, [...(at.get(key) ?? []), second]);
  }
  expect([...at.keys()].sort()).toEqual(['1', '2', '3']);
  for (const times of at.values()) {
    expect(times.length).toBeGreaterThanOrEqual(5);
    expect(times.length).toBeLessThanOrEqual(7);
  }
  const phases = [...at.values()].map((times) => (times.at(-1) ?? 0) % 300).sort((one, two) => one - two);
  for (const [index, phase] of phases.entries())
    expect(((phases[(index + 1) % 3] ?? 0) - phase + 300) % 300).toBeGreaterThan(90);
});

test('a damaged list loses no account: the folders bring them back', async () => {
  const { accounts } = await withTwo();
  accounts.stop();
  writeFileSync(join(profile, 'accounts.json'), '{"version":1,"value":{"entr');
  const again = open();
  await again.accounts.start();
  await turns();
  expect(rows(again).map(({ username }) => username)).toEqual(['main_1', 'main_2']);
  again.accounts.add();
  expect(again.accounts.shownKey()).toBe('3');
});

test('a sub-user is found in the account that has it', async () => {
  const { accounts } = await withTwo();
  for (const { monitor } of accounts.all()) await monitor.poller.refreshNow();
  const made = [...simulatorOf('1').account.people.values()].at(-1)?.username ?? '';
  const nameIn = (username: string) => accountOfName(accounts, username);
  expect(nameIn(made)).toBe(accounts.of('2')?.monitor);
  expect(nameIn('main_1')).toBe(accounts.of('1')?.monitor);
  expect(nameIn('none_has_it')).toBe(accounts.of('2')?.monitor);
});

test('one account that hangs or is refused holds up no other', async () => {
  const opened = await withTwo();
  const { accounts } = opened;
  accounts.add();
  await signIn(opened);
  simulatorOf('1').account.refuseTokens(true);
  simulatorOf('1').account.credentials.password = 'Another_one_1';
  hanging.add('2');
  const never = accounts.of('2')?.monitor.poller.refreshNow();
  await accounts.of('1')?.monitor.poller.refreshNow();
  await accounts.of('3')?.monitor.poller.refreshNow();
  await turns();
  const third = accounts.of('3')?.monitor;
  expect(rows(opened).find(({ key }) => key === '3')).toMatchObject({ state: 'ok', failing: false });
  const [row] = third?.store.getState().accountList.rows ?? [];
  expect(row?.key).toBe('1');
  const made = await third?.commands.createSubUser({
    username: 'one_more',
    password: 'Long_enough_1',
    limitGb: 5,
    lifetime: false,
    disablesAtLimit: true,
  });
  expect(made?.ok).toBe(true);
  expect([...simulatorOf('3').account.people.values()].map(({ username }) => username)).toContain('one_more');
  expect([...simulatorOf('1').account.people.values()].map(({ username }) => username)).not.toContain(
    'one_more',
  );
  expect(await Promise.race([never, turns().then(() => 'hangs')])).toBe('hangs');
  accounts.stop();
});

test('over a day, an account asks as if it were alone, beside one that hangs and one that is refused', async () => {
  const opened = await withTwo();
  const { accounts } = opened;
  accounts.add();
  await signIn(opened);
  await clock.pass(600_000);
  await turns();
  hanging.add('1');
  simulatorOf('2').account.refuseTokens(true);
  simulatorOf('2').account.credentials.password = 'Another_one_1';
  requests.length = 0;
  const steps = 24 * 60;
  for (let step = 0; step < steps; step += 1) {
    const before = requests.length;
    await clock.pass(60_000);
    if (requests.length > before) await turns();
  }
  const count = (line: string) => requests.filter((each) => each === line).length;
  const refreshes = count('3 GET client-stats');
  expect(refreshes).toBeGreaterThan(280);
  expect(refreshes).toBeLessThan(290);
  expect(count('3 GET sub-users')).toBe(refreshes);
  // A token lasts an hour and is renewed after 55 minutes.
  expect(count('3 POST login')).toBeLessThanOrEqual(27);
  expect(rows(opened).map(({ key, state }) => [key, state])).toEqual([
    ['1', 'stale'],
    ['2', 'refused'],
    ['3', 'ok'],
  ]);
  // A refused password is asked about once more, and never again.
  expect(count('2 POST login')).toBeLessThanOrEqual(3);
  expect(count('1 GET client-stats')).toBeLessThanOrEqual(1);
  accounts.stop();
}, 60_000);

test('a profile of one account, as the version before wrote it, opens without a question', async () => {
  cpSync(join(import.meta.dirname, '../../support/unit/profile-of-one-account'), profile, {
    recursive: true,
  });
  clock = new FakeClock(Date.parse('2026-03-16T18:20:00Z'));
  const simulator = createSimulator({ now: clock.now, subUserCount: 5 });
  Object.assign(simulator.account, { accountId: oldAccountId });
  simulators.set('1', simulator);
  const opened = open();
  const { accounts, desktops } = opened;
  await accounts.start();
  const { monitor } = accounts.first;
  expect(monitor.session.view()).toMatchObject({ kind: 'signed-in', username: 'demo_main' });
  expect(rows(opened)).toMatchObject([{ key: '1', username: 'demo_main', planGb: 300 }]);
  const { settings } = monitor.store.getState();
  expect(settings).toMatchObject({
    theme: 'dark',
    refreshIntervalMinutes: 7,
    plan: { sizeGb: 300, pricePerGb: 4 },
    alerts: { mutedSubUserIds: [10003], limitThresholds: [50, 90] },
  });
  expect(accounts.first.storage.view().unreadable).toEqual([]);
  await turns();
  // Known from before, and none of them comes again.
  expect(rows(opened)[0]?.state).toBe('ok');
  expect(monitor.store.getState().accounts[oldAccountId]?.alerts.total).toBe(7);
  expect(desktops.get('1')?.notifications.filter(({ title }) => /limit|%/.test(title))).toEqual([]);
  await monitor.commands.exportRecord({ what: 'history' });
  expect(desktops.get('1')?.saved[0]?.text).toContain('2026-03-15');
  const date = '2026-03-14';
  requests.length = 0;
  const targets = await monitor.commands.readTargets({ id: 10_002, date });
  expect(targets).toMatchObject({ ok: true, value: { requests: 31_616 } });
  expect(requests).toEqual([]);
  expect(existsSync(join(profile, 'accounts.json'))).toBe(false);
});
