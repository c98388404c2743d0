import { AssertionError } from 'node:assert';
import { format, inspect } from 'node:util';
import { serialize } from 'node:v8';
import { expect, test } from 'vitest';
import { Secret } from '../../../electron/oxylabs/secret.ts';

const text = 'hunter2';
const secret = new Secret(text);
const holder = { token: secret, deep: [{ token: secret }], map: new Map([[secret, secret]]) };
const error = new Error('outer', { cause: Object.assign(new Error('inner', { cause: secret }), { secret }) });
const everything = { depth: null, showHidden: true, getters: true, showProxy: true } as const;

const leaks: Record<string, () => string> = {
  'String()': () => String(secret),
  'a template': () => `${secret}`,
  concatenation: () => 'it is '.concat(secret as unknown as string),
  'Array.join': () => [secret, secret].join(),
  valueOf: () => inspect(secret.valueOf()),
  'JSON.stringify': () => JSON.stringify([secret, holder]),
  inspect: () => inspect(holder, everything),
  'inspect without custom inspection': () => inspect(holder, { ...everything, customInspect: false }),
  'inspect of a proxy': () => inspect(new Proxy(secret, {}), { ...everything, customInspect: false }),
  'console.log': () => format('%s %o %O %j %d', secret, secret, holder, holder, secret),
  'Object.entries': () => inspect(Object.entries(secret), everything),
  'all own keys': () =>
    inspect(
      Reflect.ownKeys(secret).map((key) => Reflect.get(secret, key)),
      everything,
    ),
  'all descriptors': () =>
    inspect(Object.getOwnPropertyDescriptors(secret), { ...everything, customInspect: false }),
  spread: () => inspect({ ...secret }, everything),
  'Object.assign': () => inspect(Object.assign({}, secret), everything),
  structuredClone: () => inspect(structuredClone(secret), everything),
  'the serialiser of IPC': () => serialize(secret).toString('latin1'),
  'an error that has it as its cause': () => inspect(error, everything) + JSON.stringify(error),
  'the stack of such an error': () => `${error.stack}${String(error.cause)}`,
  'an assertion': () =>
    inspect(
      new AssertionError({ actual: secret, expected: new Secret('other'), operator: 'deepStrictEqual' }),
    ),
  'a TypeError about it': () => {
    try {
      return (secret as unknown as () => string)();
    } catch (thrown) {
      return inspect(thrown);
    }
  },
};

test.each(Object.entries(leaks))('checklist secret-type: a secret is not revealed by %s', (_way, leak) => {
  expect(leak()).not.toContain(text);
});

test('checklist secret-type: only reveal returns a secret', () => {
  expect(secret.reveal()).toBe(text);
  expect([`${secret}`, inspect(secret), JSON.parse(JSON.stringify(secret))]).toEqual(
    Array(3).fill('[secret]'),
  );
});
