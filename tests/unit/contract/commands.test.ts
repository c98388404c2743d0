import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CommandInput, type CommandName, commands } from '../../../electron/contract/commands.ts';

const password = 'Long_enough_1';
const newSubUser = { username: 'one', password, limitGb: null, lifetime: false, disablesAtLimit: true };

/** One good input for each command: a new command does not compile without one. */
const good = {
  watch: { slices: ['session'] },
  refresh: null,
  signIn: { username: 'demo_main', password },
  signOut: null,
  forgetAccount: { accountId: '3f1c' },
  changeSettings: { planGb: 100, alerts: { quietHours: { fromMinute: 1, toMinute: 2 } } },
  openManager: { target: { kind: 'sub-user', id: 1, what: 'raise' } },
  createSubUser: newSubUser,
  updateSubUser: { id: 1, changes: { limitGb: 5 }, seen: null },
  deleteSubUser: { id: 1 },
  startJob: { kind: 'create', subUsers: [newSubUser] },
  cancelJob: null,
  closeJob: null,
  saveJobReport: null,
  readUsage: { id: 1, query: { type: '24h' } },
  readTargets: { id: 1, date: '2026-11-01' },
  readForecast: { id: 1 },
  testNotification: null,
  exportRecord: { what: 'history' },
  focusTaken: { nonce: 1 },
  saveText: { suggestedName: 'a.csv', text: '' },
  copyText: { text: 'a', secret: true },
  copyDiagnostics: null,
  openLink: { to: 'dashboard' },
  hidePopover: null,
} satisfies { [Name in CommandName]: CommandInput<Name> };
const names = Object.keys(good) as CommandName[];

const hostile = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withTypedArray: true,
});

/** The value with something put in its place at a path. */
function replaced(value: unknown, path: readonly string[], put: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return put;
  if (Array.isArray(value))
    return value.map((each, at) => (`${at}` === key ? replaced(each, rest, put) : each));
  if (typeof value !== 'object' || value === null) return value;
  const entry = Object.entries(value).find(([name]) => name === key);
  return { ...value, [key]: replaced(entry?.[1], rest, put) };
}

/** Every path into a value, its own included. */
function pathsOf(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null) return [[]];
  return [[], ...Object.entries(value).flatMap(([key, each]) => pathsOf(each).map((path) => [key, ...path]))];
}

test('the good ones are good', () => {
  for (const name of names) expect(commands[name].input.safeParse(good[name]).success, name).toBe(true);
});

test('checklist command-schema: whatever a page sends, in whole or in any part, a schema answers without throwing', () => {
  const anyPart = fc
    .constantFrom(...names)
    .chain((name) => fc.tuple(fc.constant(name), fc.constantFrom(...pathsOf(good[name])), hostile));
  fc.assert(
    fc.property(anyPart, ([name, path, put]) => {
      commands[name].input.safeParse(replaced(good[name], path, put));
    }),
    { numRuns: 20_000 },
  );
});

test('checklist command-schema: an unknown key is refused wherever there can be one', () => {
  for (const name of names) {
    const objects = pathsOf(good[name]).filter((path) => {
      const at = path.reduce<unknown>((value, key) => Object(value)[key], good[name]);
      return typeof at === 'object' && at !== null && !Array.isArray(at);
    });
    for (const path of objects) {
      const input = replaced(good[name], [...path, 'unheardOf'], 1);
      expect(commands[name].input.safeParse(input).success, `${name} ${path.join('.')}`).toBe(false);
    }
  }
});

test('checklist command-schema: a prototype key is refused and pollutes nothing', () => {
  const input = JSON.parse('{"username":"a","password":"b","__proto__":{"polluted":true}}');
  const parsed = commands.signIn.input.safeParse(input);
  expect(parsed.success).toBe(false);
  expect({}).not.toHaveProperty('polluted');
});

test('several are deleted only with their number', () => {
  const { input } = commands.startJob;
  expect(input.safeParse({ kind: 'delete', ids: [1, 2], confirmed: 2 }).success).toBe(true);
  expect(input.safeParse({ kind: 'delete', ids: [1, 2], confirmed: 1 }).success).toBe(false);
});
