import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jobResultsCsv } from '../../../electron/monitor/jobs/job-results-csv.ts';
import { toCsv } from '../../../electron/text/csv.ts';
import { rowsCsv } from '../../../renderer/manager/sub-users/rows-csv.ts';
import { startAlerts, subUser } from '../../support/unit/alert-run.ts';

const formula = '=HYPERLINK("https://evil.example")';
/** The formula, as a cell that a spreadsheet shows as text. */
const harmless = `"'=HYPERLINK(""https://evil.example"")"`;

test('quotes, commas and line ends survive, and numbers keep their precision', () => {
  const csv = toCsv(
    ['Name, here', 'GB'],
    [
      ['a"b\nc', 0.1 + 0.2],
      ['=1+1', null],
      ['@x', -1e-9],
    ],
  );
  expect(csv).toBe(`"Name, here",GB\r\n"a""b\nc",0.30000000000000004\r\n"'=1+1",\r\n"'@x",-1e-9\r\n`);
});

describe('the guard against formulas', () => {
  test('checklist csv-export: no cell begins like a formula, whatever is before and after', () => {
    const white = fc.string({ unit: fc.constantFrom(' ', '\t', '\r', '\n', '\u00a0', '\u3000', '\ufeff') });
    const start = fc.constantFrom('=', '+', '-', '@', '＝', '＋', '－', '＠');
    const rest = fc.string({ unit: fc.constantFrom('a', '1', '"', ',', '\n', '\r', '=') });
    fc.assert(
      fc.property(white, start, rest, (before, first, after) => {
        const cell = toCsv(['h'], [[before + first + after]]).slice('h\r\n'.length);
        expect(cell).toMatch(/^"'/);
      }),
    );
  });
  test.each(['\t', '\r', '\n'])(
    'checklist csv-export: no cell begins with white space that is skipped: %j',
    (first) => {
      expect(toCsv(['h'], [[`${first}1`]])).toContain(`"'${first}1"`);
    },
  );
  test.each(['crawler', 'a=b', 'user-1', 'me@home', ' name'])('%j stays unchanged', (name) => {
    expect(toCsv(['h'], [[name]])).not.toContain("'");
  });
});

describe('a formula as the name of a sub-user', () => {
  test('checklist csv-export: is harmless in the results of a task, beside a password', () => {
    const result = { username: formula, id: 1, outcome: 'done', reason: null } as const;
    expect(jobResultsCsv([result], () => ['Secret_1'], 'en')).toContain(
      `\r\n${harmless},1,Done,,Secret_1\r\n`,
    );
  });

  test.each(['alerts', 'history'] as const)(
    'checklist csv-export: is harmless in the export of the %s',
    async (what) => {
      const run = startAlerts({ alerts: { runOut: false, unusualDay: false } });
      await run.refresh({ totalGb: 5, subUsers: [subUser({ username: formula, trafficGb: 9.6 })] });
      await run.actions.exportRecord({ what });
      expect(run.saved[0]?.text).toContain(`,${harmless},`);
      expect(run.saved[0]?.text).not.toMatch(/(^|,|\n)"?=/);
    },
  );

  test('checklist csv-export: is harmless in the list of sub-users', () => {
    expect(rowsCsv([subUser({ username: formula })])).toContain(`\r\n${harmless},1,`);
  });
});
