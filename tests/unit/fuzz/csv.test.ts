import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plannedSubUserSchema } from '../../../electron/contract/job.ts';
import { readCsv } from '../../../renderer/manager/sub-users/bulk/read-csv.ts';
import { amount } from '../../support/unit/amount.ts';
import { anyText } from '../../support/unit/any-text.ts';

const runs = amount(10_000, 100_000);

const headings = [
  'username',
  'Name',
  'password',
  'limit',
  'Limit (GB)',
  'lifetime',
  'auto_disable',
  'colour',
  '',
];
const cells = fc.oneof(
  fc.constantFrom(
    'one',
    'two_2',
    'Long_enough_1',
    '5',
    '2,5',
    '1,000',
    '1e9',
    '-1',
    '0',
    'unlimited',
    'yes',
    'NO',
  ),
  fc.constantFrom('', ' ', '"', '"a""b"', "=cmd|' /C calc'!A0", '<b>', '\0', '\ud800', '__proto__', '\u202e'),
  anyText({ maxLength: 12 }),
);
const table = fc
  .tuple(
    fc.constantFrom(',', ';', '\t', '|'),
    fc.constantFrom('\n', '\r\n', '\r', '\n\n'),
    fc.constantFrom('', '\ufeff'),
    fc.subarray(headings, { minLength: 1 }),
    fc.array(fc.array(cells, { maxLength: 6 }), { maxLength: 5 }),
  )
  .map(([delimiter, lineEnd, mark, head, rows]) => {
    const lines = [head, ...rows].map((row) => row.join(delimiter));
    return mark + lines.join(lineEnd);
  });
const anyFile = fc.oneof(
  { weight: 8, arbitrary: table },
  { weight: 1, arbitrary: anyText({ maxLength: 60 }) },
  { weight: 1, arbitrary: table.map((text) => text.slice(Math.floor(text.length / 3))) },
);

test(`${runs} hostile files: each line is a valid sub-user, or has an error`, () => {
  let read = 0;
  let plans = 0;
  fc.assert(
    fc.property(anyFile, (text) => {
      read += 1;
      const file = readCsv(text);
      if ('problem' in file) {
        if (!/^[A-Z].*\.$/.test(file.problem)) throw new Error(file.problem);
        return;
      }
      for (const line of file.lines) {
        if ('plan' in line) {
          plans += 1;
          plannedSubUserSchema.parse(line.plan);
        } else if (line.problems.length === 0 || line.problems.some((each) => !/^[A-Z].*\.$/.test(each))) {
          throw new Error(`Line ${line.line} does not say what is wrong.`);
        }
      }
    }),
    { numRuns: runs },
  );
  expect(read).toBe(runs);
  expect(plans).toBeGreaterThan(0);
}, 60_000);
