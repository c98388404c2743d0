import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jobOrderSchema } from '../../../electron/contract/job.ts';
import { type CsvFile, readCsv } from '../../../renderer/manager/sub-users/bulk/read-csv.ts';
import { amount } from '../../support/unit/amount.ts';

const password = 'Long_enough_1';
const lines = (file: CsvFile) => {
  if ('problem' in file) throw new Error(file.problem);
  return file.lines;
};
const only = (text: string) => {
  const [first, ...rest] = lines(readCsv(text));
  if (first === undefined || rest.length > 0) throw new Error('Not one line.');
  return first;
};
const plan = (text: string) => {
  const line = only(text);
  if (!('plan' in line)) throw new Error(line.problems.join());
  return line.plan;
};
const problems = (text: string) => {
  const line = only(text);
  return 'problems' in line ? line.problems : [];
};
const withLimit = (limit: string) => `username;limit\none;${limit}`;

describe('a line of the file', () => {
  test('all columns, in any order and case', () => {
    expect(plan(`Limit (GB),USERNAME,Auto-Disable,lifetime,Password\n2.5,one,no,YES,${password}`)).toEqual({
      username: 'one',
      password,
      limitGb: 2.5,
      lifetime: true,
      disablesAtLimit: false,
    });
  });

  test('required columns only: the password is generated, it is disabled at its limit, it is not lifetime', () => {
    expect(plan('username,limit\none,5')).toEqual({
      username: 'one',
      password: null,
      limitGb: 5,
      lifetime: false,
      disablesAtLimit: true,
    });
  });

  test.each([
    ['0', 0],
    ['unlimited', null],
    ['Unlimited', null],
    ['0.000001', 0.000001],
    ['1,5', 1.5],
    ['999999', 999_999],
  ])('limit %s', (text, limitGb) => expect(plan(withLimit(text)).limitGb).toBe(limitGb));

  test.each([
    ['', /missing/],
    ['-1', /number of GB/],
    ['1e3', /number of GB/],
    ['5 GB', /number of GB/],
    ['∞', /number of GB/],
    ['NaN', /number of GB/],
    ['1,000', /two ways/],
    ['1000000', /bytes/],
    ['1073741824', /bytes/],
  ])('limit %s is refused', (text, words) =>
    expect(problems(withLimit(text))).toEqual([expect.stringMatching(words)]),
  );

  test.each([
    ['', /missing/],
    ['a b', /letters/],
    ['é', /letters/],
    ['=cmd', /letters/],
    ['a'.repeat(65), /longer/],
  ])('username %s is refused', (username, words) =>
    expect(problems(`username,limit\n${username},1`)).toEqual([expect.stringMatching(words)]),
  );

  test('a password that breaks rules is refused with them', () => {
    expect(problems('username,limit,password\none,1,short')).toEqual([
      'The password needs 12 to 64 characters, an uppercase letter, a digit, one of # _ ~ + =.',
    ]);
  });

  test('spaces of a password stay, and are refused only by the rules', () => {
    expect(plan(`username,limit,password\none,1," ${password}"`).password).toBe(` ${password}`);
  });

  test('all errors of a line are reported at once', () => {
    expect(problems('username,limit,lifetime,auto_disable\na-b,x,maybe,perhaps')).toHaveLength(4);
  });

  test('a duplicate name is refused with the line of the first', () => {
    const [, second] = lines(readCsv('username,limit\none,1\none,2'));
    expect(second).toMatchObject({ line: 3, problems: ['The username is already in line 2.'] });
  });
});

describe('a file', () => {
  test('byte order mark, semicolons, tabs, quotes and any line ending', () => {
    expect(lines(readCsv('\uFEFFusername;limit\r\n"one";"1,5"\r\n'))).toMatchObject([
      { plan: { username: 'one', limitGb: 1.5 } },
    ]);
    expect(plan('username\tlimit\none\t2').limitGb).toBe(2);
  });

  test('empty lines are skipped and counted', () => {
    expect(lines(readCsv('username,limit\n\n,\none,1\n')).map(({ line }) => line)).toEqual([4]);
  });

  test.each([
    ['', /first line/],
    ['username\none', /first line/],
    ['one,1', /first line/],
    ['username,limit', /no line/],
    ['username,limit\n\n', /no line/],
    [`username,limit\n${'one,1\n'.repeat(20_001)}`, /more than/],
  ])('%# is refused as a whole', (text, words) =>
    expect(readCsv(text)).toEqual({ problem: expect.stringMatching(words) }),
  );

  test('checklist csv-import: any file is read without throwing, and only rows that the boundary accepts are planned', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom(
        'username',
        'limit',
        'password',
        'lifetime',
        'one',
        '5',
        '"',
        '\n',
        ',',
        ';',
        '\0',
        password,
      ),
    );
    const text = fc
      .array(fc.array(cell, { maxLength: 6 }).map((cells) => cells.join(',')))
      .map((all) => all.join('\n'));
    fc.assert(
      fc.property(text, fc.boolean(), (body, headed) => {
        const file = readCsv(headed ? `username,limit,password,lifetime\n${body}` : body);
        const subUsers =
          'lines' in file ? file.lines.flatMap((line) => ('plan' in line ? [line.plan] : [])) : [];
        if (subUsers.length > 0)
          expect(jobOrderSchema.safeParse({ kind: 'create', subUsers }).success).toBe(true);
      }),
      { numRuns: amount(1_500, 5_000) },
    );
  });
});
