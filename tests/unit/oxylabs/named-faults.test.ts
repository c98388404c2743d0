import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { namedFaults, namesInstead } from '../../../electron/oxylabs/simulator/named-faults.ts';
import { createSimulator } from '../../../electron/oxylabs/simulator/simulator.ts';

const simulated = (fault: string) => createSimulator({ now: () => Date.now(), fault });
const request = (method: string, path: string) => ({
  method,
  path,
  query: new URLSearchParams(),
  authorization: `Basic ${Buffer.from('demo_main:Demo_password_1').toString('base64')}`,
  body: '',
});

test('each fault of --demo-fault lets the demo sign in and affects every request after it', () => {
  for (const name of Object.keys(namedFaults)) {
    const { answer } = simulated(name);
    const untouched = { delayMs: 0, cut: null, byteEveryMs: null };
    expect(answer(request('POST', '/v2/login')), name).toMatchObject({ status: 200, ...untouched });
    // The answer to a request without a token, where no fault applies.
    const honest = { status: 401, body: '{"error":"Unauthorized"}', ...untouched };
    for (const [method, path] of [
      ['GET', '/v2/users/1/client-stats'],
      ['DELETE', '/v2/users/1/sub-users/2'],
    ] as const)
      expect(answer(request(method, path)), `${name} ${method}`).not.toMatchObject(honest);
  }
});

test('without the switch there is no fault, and an unknown one is refused with the list of names', () => {
  expect(simulated('').answer(request('GET', '/v2/none'))).toMatchObject({
    status: 401,
    delayMs: 0,
    cut: null,
  });
  expect([namesInstead(''), namesInstead('slow')]).toEqual([null, null]);
  expect(namesInstead('toString')).toEqual(Object.keys(namedFaults));
});

test('docs/simulator.md names every fault', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/simulator.md'), 'utf8');
  for (const name of Object.keys(namedFaults)) expect(page).toContain(`| \`${name}\` |`);
});
