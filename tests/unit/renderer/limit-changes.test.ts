import { describe, expect, test } from 'vitest';
import type { Forecast } from '../../../electron/contract/forecast.ts';
import { type Limit, limitFromGb } from '../../../electron/contract/limit.ts';
import type { SubUser } from '../../../electron/contract/sub-user.ts';
import { limitSteps } from '../../../renderer/manager/sub-users/bulk/limit-preview.ts';
import { periodShare } from '../../../renderer/manager/sub-users/panel/period-share.ts';
import { raiseOptions } from '../../../renderer/manager/sub-users/panel/raise-options.ts';
import { shareTone } from '../../../renderer/manager/sub-users/share-tone.ts';

const subUser = (id: number, trafficGb: number | null, limit: Limit): SubUser => ({
  id,
  username: `user_${id}`,
  status: 'active',
  createdAt: null,
  trafficGb,
  limit,
  disablesAtLimit: true,
  lifetime: false,
  listed: true,
});
const many = [
  subUser(1, 10.84, limitFromGb(10)),
  subUser(2, 40, limitFromGb(50)),
  subUser(3, 6, limitFromGb(null)),
  subUser(4, 0, limitFromGb(0)),
  subUser(5, null, { kind: 'unknown' }),
];

describe('the preview of a change of limits', () => {
  test('one limit for all counts those that would be over it at once', () => {
    const { steps, over, skipped } = limitSteps(many, { kind: 'set', limitGb: 10 });
    expect(steps.map(({ after }) => after)).toEqual(Array.from({ length: 5 }, () => limitFromGb(10)));
    expect({ over, skipped }).toEqual({ over: 2, skipped: 0 });
    expect(limitSteps(many, { kind: 'set', limitGb: 0 }).over).toBe(3);
    expect(limitSteps(many, { kind: 'set', limitGb: null }).over).toBe(0);
  });

  test('GB are added to each limit, and what has none is left alone', () => {
    const { steps, over, skipped } = limitSteps(many, { kind: 'add', gb: 0.1 });
    expect(steps.map(({ after }) => (after?.kind === 'gb' ? after.limitGb : null))).toEqual([
      10.1,
      50.1,
      null,
      0.1,
      null,
    ]);
    expect({ over, skipped }).toEqual({ over: 1, skipped: 2 });
  });
});

describe('ways to raise a limit', () => {
  const forecast = (endGb: number): Forecast => ({
    kind: 'forecast',
    endGb,
    lowGb: endGb,
    highGb: endGb,
    gbPerDay: 1,
    leftPerDayGb: null,
    reachesAt: null,
    reachesEarliestAt: null,
    endsAt: 0,
  });
  const limitsOf = (...given: Parameters<typeof raiseOptions>) =>
    raiseOptions(...given).map(({ by, limitGb }) => [by, limitGb]);

  test('a tenth, ten GB, and the forecast rounded up', () => {
    expect(limitsOf(50, 46.1, forecast(53.2))).toEqual([
      ['percent', 55],
      ['gb', 60],
      ['forecast', 54],
    ]);
    expect(limitsOf(0.7, 0.1, forecast(1.23))).toEqual([
      ['percent', 0.77],
      ['gb', 10.7],
      ['forecast', 1.3],
    ]);
  });

  test('none that the traffic has reached, and none below the limit', () => {
    expect(limitsOf(10, 14, forecast(13))).toEqual([['gb', 20]]);
    expect(limitsOf(50, 20, { kind: 'too-little' })).toEqual([
      ['percent', 55],
      ['gb', 60],
    ]);
  });
});

test('a share is marked from 80 % on, and as over from the limit on', () => {
  expect([null, 0.79, 0.8, 0.999, 1, 2.84].map(shareTone)).toEqual([
    'usual',
    'usual',
    'near',
    'near',
    'over',
    'over',
  ]);
});

test('the even pace is the share of the calendar month that is over', () => {
  expect(periodShare(Date.UTC(2026, 10, 1))).toBe(0);
  expect(periodShare(Date.UTC(2026, 10, 16))).toBe(0.5);
  expect(periodShare(Date.UTC(2026, 1, 15))).toBe(0.5);
});
