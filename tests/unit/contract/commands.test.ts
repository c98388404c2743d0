import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CommandName, commands, readInput } from '../../../electron/contract/commands.ts';
import { amount } from '../../support/unit/amount.ts';
import { goodCommands, hostileValue, pathsOf, replaced } from '../../support/unit/commands.ts';

const good = goodCommands;
const names = Object.keys(good) as CommandName[];

test('every command accepts its sample input', () => {
  for (const name of names) expect(commands[name].input.safeParse(good[name]).success, name).toBe(true);
});

test('checklist command-schema: no input throws, whatever a page sends, in whole or in any part', () => {
  const anyPart = fc
    .constantFrom(...names)
    .chain((name) => fc.tuple(fc.constant(name), fc.constantFrom(...pathsOf(good[name])), hostileValue));
  fc.assert(
    fc.property(anyPart, ([name, path, put]) => {
      readInput(name, replaced(good[name], path, put));
    }),
    { numRuns: amount(5_000, 20_000) },
  );
  // It took 8 s on a computer under load.
}, 60_000);

test('checklist command-schema: a length that is no number is refused, though zod throws', () => {
  for (const length of [Object.create(null), { valueOf: 1, toString: 1 }]) {
    expect(readInput('subscribe', { slices: { length } })).toMatchObject({
      failure: { kind: 'invalid-input' },
    });
  }
});

test('checklist command-schema: an unknown key is refused wherever there could be one', () => {
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

test('deleting many takes their number', () => {
  const { input } = commands.startJob;
  expect(input.safeParse({ kind: 'delete', ids: [1, 2], confirmed: 2 }).success).toBe(true);
  expect(input.safeParse({ kind: 'delete', ids: [1, 2], confirmed: 1 }).success).toBe(false);
});
