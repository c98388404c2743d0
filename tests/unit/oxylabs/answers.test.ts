import { describe, expect, test } from 'vitest';
import { readMoment } from '../../../electron/oxylabs/figures.ts';
import { readSubUsers } from '../../../electron/oxylabs/sub-user-answers.ts';
import { readUsageSeries } from '../../../electron/oxylabs/usage-answers.ts';

const row = { id: 1, username: 'a', status: 'active', traffic: 1.5, traffic_limit: 10 };
const only = (fields: object) => readSubUsers([{ ...row, ...fields }])?.subUsers[0];

describe('the list of sub-users', () => {
  test('a sparse row keeps its unknown values unknown', () => {
    expect(readSubUsers([{ id: 7, username: 'bare' }])).toEqual({
      subUsers: [
        {
          id: 7,
          username: 'bare',
          status: 'unknown',
          createdAt: null,
          trafficGb: null,
          limit: { kind: 'unknown' },
          disablesAtLimit: null,
          lifetime: null,
          listed: true,
        },
      ],
      setAside: 0,
    });
  });

  test('a bad row is set aside and counted, the rest is shown', () => {
    const list = readSubUsers([
      row,
      null,
      'row',
      { ...row, id: '2' },
      { ...row, id: 2 ** 53 },
      { ...row, id: -1 },
      { ...row, id: 1.5 },
      { ...row },
      { ...row, id: 3, username: '' },
      { ...row, id: 4 },
    ]);
    expect(list?.subUsers.map(({ id }) => id)).toEqual([1, 4]);
    expect(list?.setAside).toBe(8);
  });

  test.each([Number.NaN, -1, 1e308, Number.POSITIVE_INFINITY, '1.5', {}, true])(
    'traffic of %s is unknown, not zero',
    (traffic) => expect(only({ traffic })?.trafficGb).toBeNull(),
  );

  test.each([
    [null, { kind: 'unlimited' }],
    [0, { kind: 'blocked' }],
    [0.5, { kind: 'gb', limitGb: 0.5 }],
    [undefined, { kind: 'unknown' }],
    [-1, { kind: 'unknown' }],
    ['10', { kind: 'unknown' }],
  ])('a limit of %j', (traffic_limit, limit) => expect(only({ traffic_limit })?.limit).toEqual(limit));

  test('unknown fields and prototype keys change nothing', () => {
    const text = `[{"id":1,"username":"a","__proto__":{"polluted":true},"constructor":1,"colour":"red"}]`;
    expect(Object.keys(readSubUsers(JSON.parse(text))?.subUsers[0] ?? {})).not.toContain('colour');
    expect({}).not.toHaveProperty('polluted');
  });

  test('an unknown status is unknown', () => expect(only({ status: 'frozen' })?.status).toBe('unknown'));

  test.each([
    ['2022-01-24 13:54', Date.UTC(2022, 0, 24, 13, 54)],
    ['2022-01-24T13:54:10', Date.UTC(2022, 0, 24, 13, 54)],
    ['2022-02-30 13:54', null],
    ['2022-01-24 24:00', null],
    ['yesterday', null],
    [17, null],
  ])('created at %j', (created_at, at) => expect(only({ created_at })?.createdAt).toBe(at));

  test('50,000 rows are read', () => {
    const rows = Array.from({ length: 50_000 }, (_, index) => ({ ...row, id: index + 1 }));
    expect(readSubUsers(rows)?.subUsers).toHaveLength(50_000);
  });
});

describe('a series', () => {
  test('steps are sorted, and impossible days and hours are set aside', () => {
    const traffic_by_period = {
      '2023-01-26': 2,
      '2023-01-25': 1,
      '2023-02-30': 3,
      '2023-01-25 24': 1,
      nonsense: 1,
      '2023-01-27': -1,
    };
    expect(readUsageSeries({ traffic: 3, traffic_by_period })).toEqual({
      totalGb: 3,
      points: [
        { at: '2023-01-25', trafficGb: 1 },
        { at: '2023-01-26', trafficGb: 2 },
      ],
      setAside: 4,
    });
  });

  test('hours are read in both formats', () => {
    const results = [
      { date: '2023-01-25T07:00:00Z', traffic: 1 },
      { period: '2023-01-25 08', traffic: 2 },
    ];
    expect(readUsageSeries({ results })?.points.map(({ at }) => at)).toEqual([
      '2023-01-25 07',
      '2023-01-25 08',
    ]);
  });

  test('an empty series is empty', () => {
    expect(readUsageSeries({ traffic: 0, traffic_by_period: [] })?.points).toEqual([]);
    expect(readUsageSeries({ traffic: 0 })).toEqual({ totalGb: 0, points: [], setAside: 0 });
  });

  test('an answer without a total and without steps is invalid', () =>
    expect(readUsageSeries({ ok: true })).toBeNull());
});

test('an impossible moment is null', () => {
  expect(readMoment('2024-02-29')).toBe(Date.UTC(2024, 1, 29));
  expect(readMoment('2023-02-29')).toBeNull();
  expect(readMoment('2023-01-01 23')).toBe(Date.UTC(2023, 0, 1, 23));
  expect(readMoment('2023-01-01 24')).toBeNull();
  expect(readMoment('2023-13-01')).toBeNull();
});
