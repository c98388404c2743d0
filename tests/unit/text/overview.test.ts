import { expect, test } from 'vitest';
import { attentionText } from '../../../electron/text/attention.ts';
import { formatStep } from '../../../electron/text/charts.ts';
import {
  changeText,
  cycleRangeText,
  leftText,
  loadCostText,
  rangeText,
  usedText,
} from '../../../electron/text/overview.ts';
import { say } from '../../../electron/text/say.ts';

/** A percentage may have a thin space, by the locale. */
const plain = (text: string) => text.replaceAll(/\s%/g, '%');

test('what is used is beside an even pace, in whole points', () => {
  const text = (points: number | null) => plain(usedText({ usedGb: 211.7, planGb: 300, points }, 'en-US'));
  expect(text(-8)).toBe('70% of 300 GB · 8 points under pace');
  expect(text(1)).toBe('70% of 300 GB · 1 point over pace');
  expect(text(0)).toBe('70% of 300 GB · on pace');
  expect(text(null)).toBe('70% of 300 GB');
});

test('B14: a likely range has its unit once, and no “between … to”', () => {
  expect(rangeText({ lowGb: 259.4, highGb: 276.2 }, 'en-US')).toBe('259–276 GB likely');
  expect(rangeText({ lowGb: 268, highGb: 268.2 }, 'en-US')).toBe('268 GB likely');
});

test('what is left is in days and GB a day', () => {
  const left = { leftGb: 84, daysLeft: 6, rateGb: 9 };
  expect(leftText(left, 'en-US')).toBe('6 days left · 14 GB a day, you use 9 GB');
  expect(leftText({ ...left, daysLeft: 1, rateGb: null }, 'en-US')).toBe('1 day left · 84 GB a day');
  expect(leftText({ ...left, leftGb: 0 }, 'en-US')).toBe('The plan is used up.');
});

test('loading daily traffic says its requests and their time', () => {
  expect(loadCostText(12, 'en-US')).toBe('12 requests, about 5 seconds');
  expect(loadCostText(3_000, 'en-US')).toBe('3,000 requests, about 20 minutes');
});

test('B13: one lifetime sub-user is one', () => {
  expect(say('overview.otherHint', { count: 1 }, 'en-US')).toBe('1 lifetime sub-user is not included.');
  expect(say('overview.otherHint', { count: 2 }, 'en-US')).toBe('2 lifetime sub-users are not included.');
});

test('a change is a share of the usual day, or traffic where there was none', () => {
  const mover = { id: 1, username: 'one', days: [] };
  expect(plain(changeText({ ...mover, dayGb: 14.1, usualGb: 10 }, 'en-US'))).toBe('↑ 41%');
  expect(plain(changeText({ ...mover, dayGb: 9, usualGb: 10 }, 'en-US'))).toBe('↓ 10%');
  expect(changeText({ ...mover, dayGb: 1.2, usualGb: 0 }, 'en-US')).toBe('↑ 1.2 GB');
});

test('a row that needs attention says why', () => {
  const near = { subUser: { username: 'one' }, usedGb: 46.1, limitGb: 50, share: 0.922 };
  const reachesAt = Date.UTC(2026, 10, 26, 9);
  expect(plain(attentionText({ kind: 'near', ...near }, reachesAt, 'en-US'))).toBe(
    '92% used · reaches its limit on Nov 26',
  );
  expect(plain(attentionText({ kind: 'near', ...near }, null, 'en-US'))).toBe('92% used · 46.1 GB of 50 GB');
  expect(attentionText({ kind: 'over', ...near, usedGb: 52 }, null, 'en-US')).toBe(
    'Over limit, not stopped · 52 GB of 50 GB',
  );
  expect(attentionText({ kind: 'limits-over', limitsGb: 326, planGb: 300 }, null, 'en-US')).toBe(
    '326 GB allocated of 300 GB',
  );
});

test('a cycle’s bounds are named where they differ', () => {
  expect(cycleRangeText({ lowGb: 50, highGb: 60 }, 'en-US')).toBe(
    'Between 50 GB and 60 GB: Oxygauge was not running when this cycle began.',
  );
  expect(cycleRangeText({ lowGb: 50, highGb: 50.2 }, 'en-US')).toBeNull();
});

test('B20: a step of a series reads as its axis does, and never as the API writes it', () => {
  expect(formatStep('2026-11-23', 'en-US')).toBe('Mon, Nov 23');
  expect(formatStep('2026-11-23 18', 'en-US')).toBe('Mon, Nov 23, 18:00');
});
