import { describe, expect, test } from 'vitest';
import {
  formatColumnGb,
  formatColumnShare,
  rowCountText,
  statusExceptionText,
} from '../../../electron/text/grid.ts';

describe('figures of a column', () => {
  test.each([
    [10.84, '10.84'],
    [0, '0.00'],
    [0.052, '0.05'],
    [0.004, '< 0.01'],
    [160_987.36, '160,987.36'],
    [null, '—'],
  ])('%s GB: %s', (gb, text) => expect(formatColumnGb(gb, 'en-US')).toBe(text));

  test('a share is rounded down, and its sign stands at the number', () => {
    expect(formatColumnShare(1.0849, 'en-US')).toBe('108%');
    expect(formatColumnShare(0.999, 'en-US')).toBe('99%');
    expect(formatColumnShare(0.001, 'en-US')).toBe('< 1%');
    expect(formatColumnShare(0, 'en-US')).toBe('0%');
  });
});

test('B19: a search says how many of all it leaves', () => {
  expect(rowCountText(120, 12_000, 'en-US')).toBe('120 of 12,000');
  expect(rowCountText(12, 12, 'en-US')).toBe('12');
});

test('only a status that is not the usual one has words', () => {
  expect(statusExceptionText({ status: 'active', listed: true })).toBeNull();
  expect(statusExceptionText({ status: 'disabled', listed: true })).toBe('Disabled');
  expect(statusExceptionText({ status: 'active', listed: false })).toBe('Disabled, not listed');
});
