import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Alert } from '../../../electron/contract/alert.ts';
import type { ChannelView } from '../../../electron/contract/channel.ts';
import { defaultSettings } from '../../../electron/contract/settings.ts';
import { observedClient } from '../../../electron/monitor/client-calls.ts';
import { createDiagnosticsAction, diagnosticsText } from '../../../electron/monitor/diagnostics.ts';
import { logChanges, logsCalls } from '../../../electron/monitor/log-changes.ts';
import { type AppStore, updateAccount } from '../../../electron/monitor/state.ts';
import { type LogEvent, lineWithoutName, logLine } from '../../../electron/storage/log-event.ts';
import { environment } from '../../../renderer/gallery/snapshot.ts';
import { openAccount } from '../../support/unit/account.ts';
import { subUser } from '../../support/unit/alert-run.ts';
import { channelChoice } from '../../support/unit/commands.ts';
import { signInto, storeSignedIn } from '../../support/unit/store.ts';

const now = Date.parse('2026-03-15T12:00:00Z');
const versions = { version: '0.1.0', electron: '33.2.1' };

type Hidden = {
  main: string;
  accountId: string;
  names: string[];
  host: string;
  message: string;
  folder: string;
};

/** Returns a state with these values in every place that holds one. */
function stateWith({ main, accountId, names, host, message, folder }: Hidden): {
  store: AppStore;
  lines: string[];
} {
  const store = storeSignedIn();
  const lines: string[] = [];
  logChanges(
    store,
    (event) => lines.push(logLine(event, now, true)),
    () => now - 1,
  );
  store.setState({
    session: { kind: 'signed-in', username: main, accountId, remembered: 'keyring' },
    settings: { ...defaultSettings, fullNamesInLog: true },
    environment: {
      ...environment,
      otherHost: host,
      storage: { unreadable: [{ what: 'settings', why: 'newer', copy: `${folder}.json` }], failing: null },
    },
  });
  const alerts = names.map((username, id): Alert => {
    const subject = { kind: 'sub-user', id: id + 1, username } as const;
    return {
      id: username,
      at: now,
      subject,
      facts: { rule: 'period-reset', dateFrom: '2026-03-01' },
      delivery: 'shown',
    };
  });
  updateAccount(store, accountId, {
    month: {
      readAt: now - 90_000,
      value: { trafficGb: 73_219.25, dateFrom: '2026-03-01', dateTo: '2026-03-15' },
    },
    subUsers: {
      readAt: now,
      value: { setAside: 0, subUsers: names.map((username, id) => subUser({ id: id + 778_000, username })) },
    },
    problem: { kind: 'rejected', status: 409, message },
    alerts: { alerts, total: alerts.length, byCalendar: false },
  });
  return { store, lines };
}

test('no name, id, host, message or path of the state is in the text', () => {
  const hidden = fc.stringMatching(/^[a-z0-9_]{1,12}$/).map((each) => `Zq${each}`);
  const anyHidden = fc.record({
    main: hidden,
    accountId: hidden.map((each) => each.replaceAll('_', '-')),
    names: fc.array(hidden, { minLength: 1, maxLength: 5 }),
    host: hidden,
    message: hidden,
    folder: hidden.map((each) => `/home/${each}`),
  });
  fc.assert(
    fc.property(anyHidden, (all) => {
      const { store, lines } = stateWith(all);
      const logLines = lines.flatMap((line) => lineWithoutName(line) ?? []);
      const text = diagnosticsText({ state: store.getState(), versions, logLines, now });
      // The log has them, so their absence from the copy means something.
      expect(lines.join()).toContain(`sub-user="${all.names[0]}"`);
      expect(JSON.stringify(store.getState())).toContain(all.message);
      expect(text).not.toContain('Zq');
      expect(text).not.toMatch(/73219|7780|\/home/);
      expect(text).toContain('alert period-reset shown');
      expect(text).toContain('Last problem: rejected 409');
    }),
  );
});

test('the command copies versions, words, counts and ages, and not as a secret', async () => {
  const { store } = stateWith({
    main: 'main',
    accountId: 'a1',
    names: ['one', 'two'],
    host: 'h',
    message: 'm',
    folder: 'f',
  });
  const copied: [string, boolean][] = [];
  const log = { tail: (count: number) => [`2026-03-15T12:00:00.000Z refresh timed-out ${count}`] };
  const copy = (text: string, secret: boolean) => void copied.push([text, secret]);
  await createDiagnosticsAction({ store, versions, log, now: () => now, copy }).copyDiagnostics();
  const [[text, secret] = ['', true]] = copied;
  expect(secret).toBe(false);
  for (const part of [
    'electron 33.2.1',
    'System: linux, locale en-GB',
    'Another API host: yes',
    'Session: signed in (keyring)',
    'Unreadable files: settings newer',
    'Refresh every 5 min',
    'Plan: not set',
    'Sub-users: read 0 s ago, 2 in all, 0 disabled',
    'Month: read 90 s ago, total known',
    'refresh timed-out 100',
  ])
    expect(text).toContain(part);
});

test('sign-ins, refreshes and writes are logged with their outcome', async () => {
  const account = await openAccount();
  const events: LogEvent[] = [];
  const client = observedClient(account.client, [
    logsCalls(
      (event) => void events.push(event),
      (id) => `name ${id}`,
    ),
  ]);
  const { simulator, session } = account;
  const wanted = {
    username: 'fresh',
    password: 'Long_enough_1',
    limitGb: null,
    lifetime: false,
    disablesAtLimit: true,
  };
  await session.call((who) => client.createSubUser(who, wanted));
  await session.call((who) => client.updateSubUser(who, account.known('travel_fares').id, { limitGb: 5 }));
  simulator.faults.add({ fault: { kind: 'refuse', status: 404, body: '' }, times: 1 });
  await session.call((who) => client.deleteSubUser(who, 5));
  expect(events).toMatchObject([
    { kind: 'write', call: 'create', outcome: 'done', subUser: 'fresh' },
    { kind: 'write', call: 'update', outcome: 'done' },
    { kind: 'write', call: 'delete', outcome: { kind: 'not-found' }, subUser: 'name 5' },
  ]);
  expect(JSON.stringify(events)).not.toContain(wanted.password);
});

test('sign-ins, sign-outs and outcomes of refreshes are logged once for each change', () => {
  const store = storeSignedIn();
  const events: LogEvent[] = [];
  logChanges(
    store,
    (event) => void events.push(event),
    () => now,
  );
  store.setState({ session: { kind: 'signed-out', reason: 'refused', username: 'main' } });
  signInto(store);
  updateAccount(store, '3f1c', { problem: { kind: 'timed-out' } });
  updateAccount(store, '3f1c', { refreshing: true });
  updateAccount(store, '3f1c', { problem: null });
  const old = { id: 'old', at: now - 1, subject: { kind: 'account' }, delivery: 'shown' } as const;
  const facts = { rule: 'period-reset', dateFrom: '2026-03-01' } as const;
  updateAccount(store, '3f1c', { alerts: { alerts: [{ ...old, facts }], total: 1, byCalendar: false } });
  const fresh: Alert = { ...old, facts, id: 'new', at: now, delivery: 'pending' };
  updateAccount(store, '3f1c', {
    alerts: { alerts: [fresh, { ...old, facts }], total: 2, byCalendar: false },
  });
  updateAccount(store, '3f1c', {
    alerts: { alerts: [{ ...fresh, delivery: 'failed' }], total: 2, byCalendar: false },
  });
  expect(events).toEqual([
    { kind: 'signed-out', reason: 'refused' },
    { kind: 'signed-in', remembered: 'keyring' },
    { kind: 'refresh', outcome: { kind: 'timed-out' } },
    { kind: 'refresh', outcome: 'done' },
    { kind: 'alert', rule: 'period-reset', delivery: 'failed', subUser: null },
  ]);
});

test('what a channel answered is logged once, without its name, its host or the words of the answer', () => {
  const store = storeSignedIn();
  const events: LogEvent[] = [];
  const lines: string[] = [];
  logChanges(
    store,
    (event) => {
      events.push(event);
      lines.push(logLine(event, now, true));
    },
    () => now,
  );
  const channel: ChannelView = {
    ...{ id: 'c1', service: 'slack', host: 'secret-host.example', ...channelChoice, name: 'secret name' },
    ...{ sentAt: null, failingSince: null, answer: null, waiting: 1, lost: 0, unclear: 0 },
  };
  const answers = (change: Partial<ChannelView>) =>
    updateAccount(store, '3f1c', { channels: [{ ...channel, ...change }] });
  // It is of an earlier run.
  answers({ answer: { kind: 'sent', status: 200, words: 'ok' } });
  answers({});
  const refused = { kind: 'refused', status: 404, words: 'no secret_words here' } as const;
  answers({ answer: refused });
  answers({ answer: refused, waiting: 2 });
  answers({ answer: { kind: 'no-answer', reason: 'timed-out' }, lost: 3 });
  answers({ answer: { kind: 'sent', status: 204, words: '' }, lost: 3 });
  expect(events.map(({ kind }) => kind)).toEqual(['channel', 'channel', 'channel']);
  expect(lines.map((line) => line.replace(/^\S+ /, '').trim())).toEqual([
    'channel slack refused 404 lost:0',
    'channel slack no-answer timed-out lost:3',
    'channel slack sent 204 lost:3',
  ]);
  for (const line of lines) expect(lineWithoutName(line)).toBe(line);
});
