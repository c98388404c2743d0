import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { ruleForRoot } from '../../../build/session/as-root.ts';

test('root starts the app on the test runtime only, and reads that the sandbox is off', () => {
  expect(ruleForRoot(false, true)).toEqual({ starts: true, says: null, switches: [] });
  expect(ruleForRoot(true, false)).toMatchObject({ starts: false, switches: [] });
  const { starts, says, switches } = ruleForRoot(true, true);
  expect([starts, switches]).toEqual([true, ['--no-sandbox']]);
  expect(says).toMatch(/^The sandbox is off, because you are root/);
});

test('README says what npm test does to the computer of root', () => {
  const readme = readFileSync(resolve(import.meta.dirname, '../../../README.md'), 'utf8');
  expect(readme).toMatch(
    /As root, `npm test` .* install .* packages .* and add the system user `oxygauge-test`/,
  );
});
