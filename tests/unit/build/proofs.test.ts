import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { prove, rowsOf } from '../../../build/proofs.ts';
import { faultRows } from '../../../build/report-proofs.ts';
import { readPlaywright, readVitest } from '../../../build/test-reports.ts';

const passed = (title: string) => ({ title, passed: true });
const failed = (title: string) => ({ title, passed: false });

test('a row is proved by passed tests, unless one failed', () => {
  const results = [
    passed('checklist sandbox: every page'),
    passed('checklist csp: once'),
    failed('checklist csp: twice'),
    passed('checklist navigation, new-windows: both'),
    passed('something else: sandbox'),
    passed('fault fuses/x: of another kind'),
  ];
  expect(prove('checklist', ['sandbox', 'csp', 'navigation', 'new-windows', 'fuses'], results)).toEqual({
    rows: 5,
    proved: 3,
    unproved: ['csp', 'fuses'],
    unknownIds: [],
  });
});

test('a skipped test proves nothing', () => {
  expect(prove('checklist', ['a'], [failed('checklist a: skipped')]).unproved).toEqual(['a']);
});

test('an id without a row is reported, once', () => {
  const results = [
    passed('fault network/rst: x'),
    failed('fault network/rst: y'),
    passed('fault network: z'),
  ];
  expect(prove('fault', ['network/reset'], results).unknownIds).toEqual(['network/rst', 'network']);
});

test('rows are the first column of a table, each once', () => {
  const table = '| id | item |\n|---|---|\n| `a-1` | one |\n| `b` | two, `c` |\ntext `d`\n';
  expect(rowsOf(table)).toEqual(['a-1', 'b']);
  expect(() => rowsOf('| `a` | x |\n| `a` | y |\n')).toThrow('The row a is there twice.');
});

test('the fault areas of every file in the matrix folder are rows', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'oxygauge-matrix-'));
  const area = (name: string, id: string) =>
    `{ area: '${name}', faults: { '${id}': { fault: '', expected: '' } } }`;
  writeFileSync(join(folder, 'one.ts'), `export const one = ${area('network', 'refused')};`);
  writeFileSync(
    join(folder, 'two.ts'),
    `export const two = ${area('api', '400')}; export function three() {}`,
  );
  expect((await faultRows(folder)).sort()).toEqual(['api/400', 'network/refused']);
  await rm(folder, { recursive: true });
});

test('both reports are read, with nested groups', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'oxygauge-reports-'));
  const file = join(folder, 'report.json');
  const results = [
    { title: 'a', status: 'passed' },
    { title: 'b', status: 'failed' },
    { title: 'c', status: 'skipped' },
  ];
  writeFileSync(
    file,
    JSON.stringify({ numPassedTests: 1, numFailedTests: 1, testResults: [{ assertionResults: results }] }),
  );
  expect(readVitest(file)).toEqual({ passed: 1, failed: 1, tests: [passed('a'), failed('b'), failed('c')] });

  const spec = (title: string, ...statuses: string[]) => ({
    title,
    tests: statuses.map((status) => ({ status })),
  });
  const inner = { specs: [spec('b', 'flaky'), spec('c', 'unexpected'), spec('d')] };
  writeFileSync(
    file,
    JSON.stringify({
      stats: { expected: 1, unexpected: 1, flaky: 1 },
      suites: [{ specs: [spec('a', 'expected')], suites: [inner] }],
    }),
  );
  expect(readPlaywright(file)).toEqual({
    passed: 1,
    failed: 2,
    tests: [passed('a'), failed('b'), failed('c'), failed('d')],
  });
  await rm(folder, { recursive: true });
});
