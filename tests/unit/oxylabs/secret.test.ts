import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { Secret } from '../../../electron/oxylabs/secret.ts';

test('a secret is given by reveal alone', () => {
  const secret = new Secret('hunter2');
  const holder = { token: secret };
  const shown = [
    String(secret),
    `${secret}`,
    JSON.stringify(holder),
    inspect(holder, { depth: null, showHidden: true }),
    JSON.stringify(Object.entries(secret)),
    JSON.stringify(structuredClone({ ...secret })),
  ];
  for (const text of shown) expect(text).not.toContain('hunter2');
  expect(secret.reveal()).toBe('hunter2');
});
