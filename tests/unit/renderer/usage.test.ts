import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Period, queryOf } from '../../../renderer/manager/usage/period.ts';
import { withGaps } from '../../../renderer/manager/usage/series.ts';
import { targetRows } from '../../../renderer/manager/usage/target-rows.ts';
import { toCsv } from '../../../renderer/ui/csv.ts';

describe('a series with its gaps', () => {
  test('a day that was not told is a gap, not zero', () => {
    const points = [
      { at: '2026-03-28', trafficGb: 1 },
      { at: '2026-03-30', trafficGb: 2 },
    ];
    expect(withGaps(points).map(({ label, value }) => [label, value])).toEqual([
      ['2026-03-28', 1],
      ['2026-03-29', null],
      ['2026-03-30', 2],
    ]);
  });

  test('an hour that comes twice in the night of a clock set back is one step with the traffic of both', () => {
    const points = ['2026-10-25 01', '2026-10-25 02', '2026-10-25 02', '2026-10-25 03'].map((at) => ({
      at,
      trafficGb: 1,
    }));
    expect(withGaps(points).map(({ label, value }) => [label, value])).toEqual([
      ['2026-10-25 01', 1],
      ['2026-10-25 02', 2],
      ['2026-10-25 03', 1],
    ]);
  });

  test.each(['2026-03', '2026-10'])(
    'the days of %s are as many as the month has, a clock change or not',
    (month) => {
      const points = ['01', '31'].map((day) => ({ at: `${month}-${day}`, trafficGb: 1 }));
      expect(withGaps(points)).toHaveLength(31);
    },
  );

  test('hours step by the hour, through a night in which a clock changes', () => {
    const points = [
      { at: '2026-03-29 01', trafficGb: 1 },
      { at: '2026-03-29 03', trafficGb: 3 },
    ];
    expect(withGaps(points).map(({ label }) => label)).toEqual([
      '2026-03-29 01',
      '2026-03-29 02',
      '2026-03-29 03',
    ]);
  });

  test('none and one', () => {
    expect(withGaps([])).toEqual([]);
    expect(withGaps([{ at: '2026-03-29', trafficGb: 0 }])).toHaveLength(1);
  });

  test('a range that cannot be right is not filled', () => {
    const points = [
      { at: '1970-01-01 00', trafficGb: 1 },
      { at: '2026-03-29 03', trafficGb: 3 },
    ];
    expect(withGaps(points)).toHaveLength(2);
  });
});

describe('the question for the API', () => {
  const custom: Period = {
    name: 'custom',
    from: '2026-03-01',
    to: '2026-03-07',
    hours: false,
    timeZone: 'Asia/Tokyo',
  };
  test('days, and hours with both ends', () => {
    expect(queryOf(custom)).toEqual({
      query: { type: 'custom', dateFrom: '2026-03-01', dateTo: '2026-03-07', timeZone: 'Asia/Tokyo' },
    });
    expect(queryOf({ ...custom, hours: true })).toMatchObject({
      query: { dateFrom: '2026-03-01 00', dateTo: '2026-03-07 23' },
    });
  });
  test('what cannot be asked is said before it is', () => {
    expect(queryOf({ ...custom, from: null })).toHaveProperty('problem');
    expect(queryOf({ ...custom, from: '2026-03-08' })).toHaveProperty('problem');
    expect(queryOf({ ...custom, to: '2026-03-08', hours: true })).toHaveProperty('problem');
  });
});

test('targets: per request and share are known only where they can be', () => {
  const report = {
    totalGb: 4,
    requests: 10,
    setAside: 0,
    targets: [
      { target: 'a', date: null, trafficGb: 1, requests: 0 },
      { target: 'b', date: null, trafficGb: 3, requests: 10 },
      { target: 'c', date: null, trafficGb: null, requests: 5 },
    ],
  };
  expect(targetRows(report, 'traffic', 'descending').map(({ target }) => target)).toEqual(['b', 'a', 'c']);
  expect(targetRows(report, 'traffic', 'ascending').map(({ target }) => target)).toEqual(['a', 'b', 'c']);
  expect(targetRows(report, 'target', 'ascending')[0]).toMatchObject({ perRequestGb: null, share: 0.25 });
});

describe('CSV', () => {
  test('quotes, commas and line ends survive; formulas are made harmless; precision is kept', () => {
    const csv = toCsv(
      ['Name, here', 'GB'],
      [
        ['a"b\nc', 0.1 + 0.2],
        ['=1+1', null],
        ['@x', 1e-9],
      ],
    );
    expect(csv).toBe(`"Name, here",GB\r\n"a""b\nc",0.30000000000000004\r\n"'=1+1",\r\n"'@x",1e-9\r\n`);
  });

  test('checklist csv-export: no cell begins like a formula, whatever it holds', () => {
    fc.assert(
      fc.property(fc.constantFrom('=', '+', '-', '@', '\t', '\r'), fc.string(), (start, rest) => {
        const [, line = ''] = toCsv(['h'], [[`${start}${rest}`]]).split('h\r\n');
        expect(line.replace(/^"/, '')).toMatch(/^'/);
      }),
    );
  });
});
