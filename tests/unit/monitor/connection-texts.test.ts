import { beforeEach, expect, test } from 'vitest';
import {
  type ConnectionChoice,
  connectionPreviewSchema,
  firstChoice,
} from '../../../electron/contract/connection.ts';
import { type Account, openAccount } from '../../support/unit/account.ts';

const secret = 'Kept#pass_word1';
let account: Account;
beforeEach(async () => {
  account = await openAccount();
});

const order = (choice: Partial<ConnectionChoice> = {}, username = 'seo_audit') => ({
  username,
  choice: { ...firstChoice, ...choice },
  sessionSeed: 'k3f9',
});

async function preview(choice: Partial<ConnectionChoice> = {}) {
  const outcome = await account.monitor.commands.previewConnection(order(choice));
  if (!outcome.ok) throw new Error('No preview.');
  expect(connectionPreviewSchema.parse(outcome.value)).toEqual(outcome.value);
  return outcome.value;
}

const keep = (username = 'seo_audit', password = secret) =>
  account.monitor.commands.keepPassword({ username, password });

test('a preview has dots for the password, kept or not, in every format that holds one', async () => {
  await keep();
  for (const format of ['url', 'curl', 'python-requests', 'playwright', 'host-port-user-pass'] as const) {
    const { text, kept } = await preview({ format });
    expect(kept).toBe(true);
    expect(text).toContain('••••••••');
    expect(text).not.toMatch(/pass_word1|hidden|PASSWORD/);
  }
});

test('a preview shows five sessions and counts the rest; with a problem there is no text', async () => {
  const many = await preview({ session: 'sticky', count: 10_000 });
  expect(many.text?.split('\n')).toHaveLength(5);
  expect(many.moreSessions).toBe(9_995);
  const none = await preview({ count: 1e9, session: 'sticky' });
  expect(none).toMatchObject({ text: null, problems: [{ field: 'count', problem: 'count-range' }] });
});

test('main puts the kept password into what is copied, and the answer says which it was', async () => {
  const { copyConnection } = account.monitor.commands;
  expect(await copyConnection({ order: order(), password: null })).toEqual({
    ok: true,
    value: { held: 'placeholder' },
  });
  await keep();
  expect(await copyConnection({ order: order(), password: null })).toEqual({
    ok: true,
    value: { held: 'kept' },
  });
  expect(await copyConnection({ order: order(), password: 'typed@1' })).toEqual({
    ok: true,
    value: { held: 'typed' },
  });
  const url = (password: string) => `http://customer-seo_audit:${password}@pr.oxylabs.io:7777`;
  expect(account.desktop.copied).toEqual([url('PASSWORD'), url('Kept%23pass_word1'), url('typed%401')]);
  expect(account.desktop.secrets).toEqual([false, true, true]);
  // What was typed is kept nowhere.
  expect(await account.monitor.commands.readKeptPasswords()).toEqual({
    ok: true,
    value: { usernames: ['seo_audit'] },
  });
});

test('ten thousand sessions are saved, a line each', async () => {
  await account.monitor.commands.saveConnection({
    order: order({ session: 'strict', count: 10_000 }),
    password: null,
  });
  expect(account.desktop.saved[0]?.text.trimEnd().split('\n')).toHaveLength(10_000);
  expect(account.desktop.saved[0]?.name).toBe('Oxygauge seo_audit.txt');
});

test('a kept password is shown on request, and gone when it is forgotten', async () => {
  const { revealPassword, forgetPassword, readKeptPasswords } = account.monitor.commands;
  await keep();
  expect(await revealPassword({ username: 'seo_audit' })).toEqual({ ok: true, value: { password: secret } });
  await forgetPassword({ username: 'seo_audit' });
  expect(await revealPassword({ username: 'seo_audit' })).toEqual({ ok: true, value: { password: null } });
  expect(await readKeptPasswords()).toEqual({ ok: true, value: { usernames: [] } });
});

test('names that differ in case are two passwords, and a name that is none of the vendor’s has none', async () => {
  await keep('Ann', 'one');
  await keep('ann', 'two');
  const reveal = (username: string) => account.monitor.commands.revealPassword({ username });
  expect(await reveal('Ann')).toEqual({ ok: true, value: { password: 'one' } });
  expect(await reveal('ann')).toEqual({ ok: true, value: { password: 'two' } });
  for (const name of ['', 'a/../b', 'x'.repeat(65), 'naïve']) expect((await keep(name)).ok).toBe(false);
});

test('a kept password goes with its sub-user, with a new password, and with the account', async () => {
  const { commands, store } = account.monitor;
  const kept = async () => {
    const outcome = await commands.readKeptPasswords();
    return outcome.ok ? outcome.value.usernames : [];
  };
  const idOf = (username: string) => {
    const person = [...account.simulator.account.people.values()].find((each) => each.username === username);
    if (person === undefined) throw new Error(`No ${username}.`);
    return person.id;
  };
  for (const name of ['seo_audit', 'travel_fares', 'price_monitor_eu']) await keep(name);
  await commands.updateSubUser({
    id: idOf('seo_audit'),
    changes: { password: 'Another_password_1' },
    seen: null,
  });
  expect(await kept()).toEqual(['price_monitor_eu', 'travel_fares']);
  await commands.updateSubUser({ id: idOf('travel_fares'), changes: { limitGb: 7 }, seen: null });
  expect(await kept()).toEqual(['price_monitor_eu', 'travel_fares']);
  await commands.deleteSubUser({ id: idOf('travel_fares') });
  expect(await kept()).toEqual(['price_monitor_eu']);
  const { session } = store.getState();
  if (session.kind !== 'signed-in') throw new Error('Signed out.');
  await commands.forgetAccount({ accountId: session.accountId });
  expect(account.storage.subUserPasswords.names()).toEqual([]);
});

test('a hand-over holds the kept passwords, and says where there is none', async () => {
  const { handOver } = account.monitor.commands;
  await keep();
  const usernames = ['seo_audit', 'travel_fares'];
  expect(await handOver({ usernames, as: 'text', to: 'clipboard' })).toEqual({
    ok: true,
    value: { done: true, withPassword: 1 },
  });
  expect(account.desktop.secrets).toEqual([true]);
  const [text = ''] = account.desktop.copied;
  expect(text).toContain('This text holds passwords.');
  expect(text).toContain(`  Password  ${secret}\n`);
  expect(text).toContain('not kept by Oxygauge');
  expect(text).toContain(`-U 'customer-seo_audit:${secret}'`);
  await handOver({ usernames, as: 'csv', to: 'file' });
  const lines = account.desktop.saved[0]?.text.split('\r\n') ?? [];
  expect(lines[0]).toBe('Sub-user,Host,Port,Username,Password,URL,Try it');
  expect(lines[1]).toContain(`seo_audit,pr.oxylabs.io,7777,customer-seo_audit,${secret},`);
  expect(lines[2]).toContain('travel_fares,pr.oxylabs.io,7777,customer-travel_fares,,');
});

test('without a kept password a hand-over is no secret', async () => {
  await account.monitor.commands.handOver({ usernames: ['seo_audit'], as: 'text', to: 'clipboard' });
  expect(account.desktop.secrets).toEqual([false]);
  expect(account.desktop.copied[0]).not.toContain('holds passwords');
});
