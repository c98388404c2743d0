import { beforeEach, expect, test, vi } from 'vitest';
import { type CommandName, commands } from '../../../electron/contract/commands.ts';
import { type ServedCommands, serveWindows } from '../../../electron/desktop/ipc.ts';

type Handle = (event: unknown, name: unknown, input: unknown) => Promise<unknown>;
const electron = vi.hoisted(() => ({ handle: null as unknown }));
vi.mock('electron', () => ({
  ipcMain: { handle: (_channel: string, handle: unknown) => Object.assign(electron, { handle }) },
  protocol: {},
}));

const names = Object.keys(commands) as CommandName[];
const ran: string[] = [];
const reported: unknown[] = [];

/** A frame of a page of ours, which is the page's top one. */
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
  const source = { current: () => ({ revision: 1, slices: {} as never }), subscribe: () => () => {} };
  serveWindows(source, served as unknown as ServedCommands, (...told) => reported.push(told));
});

test('checklist ipc-sender: only the top frame of a page of ours is answered', async () => {
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

test('what a handler throws stays here', async () => {
  const answer = await give({ senderFrame: ours, sender: page }, 'refresh', null);
  expect(answer).toEqual({ ok: false, failure: { kind: 'internal' } });
  expect(reported).toHaveLength(1);
});
