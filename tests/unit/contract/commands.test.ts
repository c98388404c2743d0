import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CommandName, commands } from '../../../electron/contract/commands.ts';

const names = Object.keys(commands) as CommandName[];
/** Every field of every command. */
const fields = ['slices', 'username', 'password', 'refreshIntervalMinutes', 'keepWithoutKeyring', 'page'];

test('whatever a page sends, a schema answers without throwing and lets no unknown key through', () => {
  const hostile = fc.oneof(
    fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withTypedArray: true,
    }),
    fc.record(
      { username: fc.string(), password: fc.string(), slices: fc.array(fc.string()), page: fc.string() },
      { requiredKeys: [] },
    ),
  );
  fc.assert(
    fc.property(fc.constantFrom(...names), hostile, (name, input) => {
      const parsed = commands[name].input.safeParse(input);
      if (!parsed.success || parsed.data === null) return;
      for (const key of Object.keys(parsed.data)) expect(fields).toContain(key);
    }),
    { numRuns: 5_000 },
  );
});

test('a prototype key is refused and pollutes nothing', () => {
  const input = JSON.parse('{"username":"a","password":"b","__proto__":{"polluted":true}}');
  const parsed = commands.signIn.input.safeParse(input);
  expect(parsed.success).toBe(false);
  expect({}).not.toHaveProperty('polluted');
});
