import { describe, expect, test } from 'vitest';
import { type Period, queryOf, zoomedTo } from '../../../renderer/manager/usage/period.ts';
import { withGaps } from '../../../renderer/manager/usage/series.ts';
import { targetRows } from '../../../renderer/manager/usage/target-rows.ts';

describe('a series with its gaps', () => {
  test('an unreported day is a gap, not zero', () => {
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

  test('an hour that occurs twice when clocks go back is one step with the traffic of both', () => {
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
    '%s has all days of the month, with or without a clock change',
    (month) => {
      const points = ['01', '31'].map((day) => ({ at: `${month}-${day}`, trafficGb: 1 }));
      expect(withGaps(points)).toHaveLength(31);
    },
  );

  test('hours step by the hour, through a clock change', () => {
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

  test('no values, and one value', () => {
    expect(withGaps([])).toEqual([]);
    expect(withGaps([{ at: '2026-03-29', trafficGb: 0 }])).toHaveLength(1);
  });

  test('an invalid range is not filled', () => {
    const points = [
      { at: '1970-01-01 00', trafficGb: 1 },
      { at: '2026-03-29 03', trafficGb: 3 },
    ];
    expect(withGaps(points)).toHaveLength(2);
  });
});

describe('the query to the API', () => {
  const custom: Period = {
    name: 'custom',
    from: '2026-03-01',
    to: '2026-03-07',
    hours: false,
    timeZone: 'Asia/Tokyo',
  };
  test('days, and hours with both ends included', () => {
    expect(queryOf(custom)).toEqual({
      query: { type: 'custom', dateFrom: '2026-03-01', dateTo: '2026-03-07', timeZone: 'Asia/Tokyo' },
    });
    expect(queryOf({ ...custom, hours: true })).toMatchObject({
      query: { dateFrom: '2026-03-01 00', dateTo: '2026-03-07 23' },
    });
  });
  test('some days of a chart are a custom period, by the hour where the API can, in the zone they were seen in', () => {
    expect(zoomedTo(custom, '2026-03-02', '2026-03-04')).toEqual({
      ...custom,
      from: '2026-03-02',
      to: '2026-03-04',
      hours: true,
    });
    expect(zoomedTo({ ...custom, name: 'month' }, '2026-03-01', '2026-03-08')).toMatchObject({
      hours: false,
      timeZone: 'UTC',
    });
  });
  test('an invalid query is explained before it is sent', () => {
    expect(queryOf({ ...custom, from: null })).toHaveProperty('problem');
    expect(queryOf({ ...custom, from: '2026-03-08' })).toHaveProperty('problem');
    expect(queryOf({ ...custom, to: '2026-03-08', hours: true })).toHaveProperty('problem');
  });
});

test('targets: per request and share are known only if they can be computed', () => {
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
  expect(
    targetRows(report, { column: 'traffic', direction: 'descending' }).map(({ target }) => target),
  ).toEqual(['b', 'a', 'c']);
  expect(
    targetRows(report, { column: 'traffic', direction: 'ascending' }).map(({ target }) => target),
  ).toEqual(['a', 'b', 'c']);
  expect(targetRows(report, { column: 'target', direction: 'ascending' })[0]).toMatchObject({
    perRequestGb: null,
    share: 0.25,
  });
});
