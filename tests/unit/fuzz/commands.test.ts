import fc from 'fast-check';
import { beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { channels } from '../../../electron/contract/bridge.ts';
import { commands } from '../../../electron/contract/commands.ts';
import { commandFailureSchema, succeeded } from '../../../electron/contract/failure.ts';
import { type ServedCommands, serveWindows } from '../../../electron/desktop/windows/ipc.ts';
import { snapshotOf } from '../../../renderer/gallery/snapshot.ts';
import { proves } from '../../matrix/fault.ts';
import { platform } from '../../matrix/platform.ts';
import { amount } from '../../support/unit/amount.ts';
import { goodCommands, hostileValue, pathsOf, replaced } from '../../support/unit/commands.ts';

type Listener = (event: unknown, name: unknown, input: unknown) => Promise<unknown>;
const ipc = vi.hoisted(() => ({ listeners: new Map<string, unknown>() }));
vi.mock('electron', () => ({
  ipcMain: { handle: (channel: string, listener: unknown) => ipc.listeners.set(channel, listener) },
}));

const runs = amount(10_000, 100_000);
const secret = 'hunter2_hunter2';
const frame = { origin: 'app://oxygauge' };
const ourEvent = { senderFrame: frame, sender: { mainFrame: frame, once: () => {} } };
const outcomeSchema = z.union([
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  z.strictObject({ ok: z.literal(false), failure: commandFailureSchema }),
]);

let handled: string[];
let reports: number;
let throws: boolean;
let command: Listener;

/** Opens the boundary with handlers that record what reaches them, and that throw on request. */
beforeEach(() => {
  handled = [];
  reports = 0;
  throws = false;
  const served = Object.fromEntries(
    Object.keys(commands).map((name) => [
      name,
      async () => {
        handled.push(name);
        if (throws) throw new Error(secret);
        return succeeded(null);
      },
    ]),
  );
  const source = {
    current: () => ({ revision: 1, slices: snapshotOf() }),
    published: async () => {},
  };
  const report = () => {
    reports += 1;
  };
  const account = { ...source, commands: served as unknown as ServedCommands };
  const accounts = { shown: () => '1', of: () => account, onChange() {} };
  serveWindows(accounts, report, {
    take: () => 0,
    succeeded: () => {},
  });
  command = ipc.listeners.get(channels.command) as Listener;
});

const names = Object.keys(commands);
const anyName = fc.oneof(
  fc.constantFrom<unknown>(...names, '__proto__', 'constructor', 'toString', 'hasOwnProperty'),
  hostileValue,
);
const anyInput = fc.oneof(
  hostileValue,
  fc
    .constantFrom(...Object.values(goodCommands))
    .chain((good) => fc.tuple(fc.constant<unknown>(good), fc.constantFrom(...pathsOf(good)), hostileValue))
    .map(([good, path, put]) => replaced(good, path, put)),
  fc.constantFrom<unknown>(...Object.values(goodCommands)),
);

test(`${runs} hostile commands: the boundary returns an outcome for each and never throws`, async () => {
  let answered = 0;
  await fc.assert(
    fc.asyncProperty(anyName, anyInput, async (name, input) => {
      outcomeSchema.parse(await command(ourEvent, name, input));
      answered += 1;
    }),
    { numRuns: runs },
  );
  expect(answered).toBe(runs);
  // Some are valid by chance; without them only the first check would have been tested.
  expect(handled.length).toBeGreaterThan(runs / 100);
  expect(reports).toBe(0);
}, 60_000);

test(proves(platform, 'thrown-in-handler', 'the handler itself'), async () => {
  throws = true;
  for (const name of names.filter((each) => each !== 'subscribe')) {
    const answer = await command(ourEvent, name, goodCommands[name as keyof typeof goodCommands]);
    expect(answer, name).toEqual({ ok: false, failure: { kind: 'internal' } });
  }
  expect(reports).toBe(names.length - 1);
});

test(proves(platform, 'foreign-frame', 'and one that is gone'), async () => {
  const foreign = { origin: 'https://oxygauge' };
  for (const event of [
    { ...ourEvent, senderFrame: null },
    { senderFrame: foreign, sender: { mainFrame: foreign } },
    { senderFrame: { origin: 'app://oxygauge' }, sender: ourEvent.sender },
    { senderFrame: { origin: 'null' }, sender: ourEvent.sender },
  ]) {
    expect(await command(event, 'signOut', null)).toEqual({
      ok: false,
      failure: { kind: 'forbidden-sender' },
    });
  }
  expect(handled).toEqual([]);
});
