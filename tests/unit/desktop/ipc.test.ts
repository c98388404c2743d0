import { beforeEach, expect, test, vi } from 'vitest';
import { type CommandName, commands } from '../../../electron/contract/commands.ts';
import { succeeded } from '../../../electron/contract/failure.ts';
import type { SnapshotChange } from '../../../electron/contract/snapshot.ts';
import {
  type ServedAccount,
  type ServedCommands,
  serveWindows,
} from '../../../electron/desktop/windows/ipc.ts';

import { describeFailure } from '../../../electron/text/failure.ts';
import { snapshotOf } from '../../../renderer/gallery/snapshot.ts';

type Handle = (event: unknown, name: unknown, input: unknown) => Promise<unknown>;
const electron = vi.hoisted(() => ({ handle: null as unknown }));
vi.mock('electron', () => ({
  ipcMain: { handle: (_channel: string, handle: unknown) => Object.assign(electron, { handle }) },
  protocol: {},
}));

const names = Object.keys(commands) as CommandName[];
const ran: string[] = [];
const reported: unknown[] = [];
const waits: Partial<Record<CommandName, number>> = {};

/** A frame of one of our pages, the page's top one. */
const ours = { origin: 'app://oxygauge' };
const page = { mainFrame: ours, once() {} };

function give(event: unknown, name: unknown, input: unknown): Promise<unknown> {
  return (electron.handle as Handle)(event, name, input);
}

beforeEach(() => {
  ran.length = 0;
  reported.length = 0;
  const served = Object.fromEntries(
    names.map((name) => [
      name,
      async () => {
        ran.push(name);
        if (name === 'refresh') throw new Error('the token abc is wrong');
        return { ok: true, value: null };
      },
    ]),
  );
  const source = {
    current: () => ({ revision: 1, slices: {} as never }),
    published: async () => {},
  };
  const account = { ...source, commands: served as unknown as ServedCommands };
  const accounts = { shown: () => '1', of: () => account, onChange() {} };
  serveWindows(accounts, (...args) => reported.push(args), {
    take: (name) => waits[name] ?? 0,
    succeeded: () => {},
  });
});

test('checklist ipc-sender: only the top frame of our own pages is answered', async () => {
  const foreign = { origin: 'https://oxygauge' };
  for (const [what, event] of Object.entries({
    'a frame that is gone': { senderFrame: null, sender: page },
    'a frame within a page of ours': { senderFrame: { ...ours }, sender: page },
    'another origin': { senderFrame: foreign, sender: { mainFrame: foreign } },
    'an origin that begins like ours': {
      senderFrame: { origin: 'app://oxygauge.evil' },
      sender: { mainFrame: { origin: 'app://oxygauge.evil' } },
    },
    'no origin': { senderFrame: { origin: 'null' }, sender: { mainFrame: { origin: 'null' } } },
  })) {
    for (const name of names)
      expect(await give(event, name, null), `${name}, ${what}`).toEqual({
        ok: false,
        failure: { kind: 'forbidden-sender' },
      });
  }
  expect(ran).toEqual([]);
  expect(await give({ senderFrame: ours, sender: page }, 'signOut', null)).toEqual({ ok: true, value: null });
  expect(ran).toEqual(['signOut']);
});

test('checklist command-schema: no handler sees an input that its schema refuses', async () => {
  for (const name of names) {
    for (const input of [undefined, 'x', 7, [], { unheardOf: true }]) {
      expect(await give({ senderFrame: ours, sender: page }, name, input)).toMatchObject({
        ok: false,
        failure: { kind: 'invalid-input' },
      });
    }
  }
  expect(ran).toEqual([]);
});

test('an exception of a handler does not reach the page', async () => {
  const answer = await give({ senderFrame: ours, sender: page }, 'refresh', null);
  expect(answer).toEqual({ ok: false, failure: { kind: 'internal' } });
  expect(reported).toHaveLength(1);
});

test('a page belongs to the account that it subscribed in, until it is loaded again', async () => {
  const ranIn: string[] = [];
  let shown = '1';
  let gone = '';
  let change: (key: string, change: SnapshotChange) => void = () => {};
  const accountOf = (key: string): ServedAccount => ({
    current: () => ({ revision: 1, slices: snapshotOf() }),
    published: async () => {},
    commands: {
      signOut: async () => {
        ranIn.push(key);
        return succeeded(null);
      },
    } as unknown as ServedCommands,
  });
  const accounts = {
    shown: () => shown,
    of: (key: string) => (key === gone ? null : accountOf(key)),
    onChange(listener: typeof change) {
      change = listener;
    },
  };
  serveWindows(accounts, () => {}, { take: () => 0, succeeded: () => {} });
  const sent: unknown[] = [];
  const send = (_channel: string, each: unknown) => sent.push(each);
  const window = { mainFrame: ours, once() {}, send, isDestroyed: () => false };
  const event = { senderFrame: ours, sender: window };
  await give(event, 'subscribe', { slices: ['session'] });
  shown = '2';
  await give(event, 'signOut', null);
  const news = { revision: 2, slices: { session: snapshotOf().session } };
  change('2', news);
  change('1', news);
  expect([ranIn, sent]).toEqual([['1'], [news]]);
  // The page was loaded again, for the other account.
  await give(event, 'subscribe', { slices: ['session'] });
  await give(event, 'signOut', null);
  expect(ranIn).toEqual(['1', '2']);
  // One that was removed gets nothing, and the page that replaces its page subscribes in what is shown.
  gone = '2';
  shown = '3';
  expect(await give(event, 'signOut', null)).toEqual({ ok: false, failure: { kind: 'not-found' } });
  expect(await give(event, 'subscribe', { slices: ['session'] })).toMatchObject({ ok: true });
  await give(event, 'signOut', null);
  expect(ranIn).toEqual(['1', '2', '3']);
});

test('a command that comes too often does not reach its handler, and the failure is in words', async () => {
  waits.signIn = 42;
  const input = { username: 'main', password: 'guess' };
  const event = { senderFrame: ours, sender: page };
  expect(await give(event, 'signIn', input)).toEqual({
    ok: false,
    failure: { kind: 'too-many', waitSeconds: 42 },
  });
  expect(ran).toEqual([]);
  delete waits.signIn;
  expect(await give(event, 'signIn', input)).toEqual({ ok: true, value: null });
  expect(describeFailure({ kind: 'too-many', waitSeconds: 42 })).toBe(
    'Too many tries in a short time. Wait 42 s and try again.',
  );
});
