import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jobOrderSchema } from '../../../electron/contract/job.ts';
import { type CsvFile, readCsv } from '../../../renderer/manager/sub-users/many/read-csv.ts';

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

  test('only what must be there: the password is made, it stops at its limit, it is not for life', () => {
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

  test('a password that breaks rules says which', () => {
    expect(problems('username,limit,password\none,1,short')).toEqual([
      'The password needs 12 to 64 characters, an uppercase letter, a digit, one of # _ ~ + =.',
    ]);
  });

  test('a password keeps its spaces, and is refused for them only where a rule says so', () => {
    expect(plan(`username,limit,password\none,1," ${password}"`).password).toBe(` ${password}`);
  });

  test('all faults of a line at once', () => {
    expect(problems('username,limit,lifetime,auto_disable\na-b,x,maybe,perhaps')).toHaveLength(4);
  });

  test('a name that comes again is refused with the line where it was', () => {
    const [, second] = lines(readCsv('username,limit\none,1\none,2'));
    expect(second).toMatchObject({ line: 3, problems: ['The username is in line 2 already.'] });
  });
});

describe('a file', () => {
  test('a byte order mark, semicolons, tabs, quotes and lines of any ending', () => {
    expect(lines(readCsv('\uFEFFusername;limit\r\n"one";"1,5"\r\n'))).toMatchObject([
      { plan: { username: 'one', limitGb: 1.5 } },
    ]);
    expect(plan('username\tlimit\none\t2').limitGb).toBe(2);
  });

  test('empty lines are passed over and counted', () => {
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

  test('checklist csv-import: whatever the file holds, it is read without throwing and only what the boundary takes is planned', () => {
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
      { numRuns: 5_000 },
    );
  });
});
