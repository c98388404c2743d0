import { expect, test } from 'vitest';
import type { GuardRow } from '../../../electron/contract/guard-view.ts';
import { joined } from '../../../renderer/manager/guard/join-pages.ts';

const rowAt = (line: number): GuardRow => ({
  ...{ place: `1:${line}`, at: 0, subUser: null, rule: null, by: 'guard', what: 'write', why: [] },
  ...{ from: null, to: null, outcome: null, failure: null, pauses: false, undo: null },
});
const pages = (lines: readonly number[], next: string | null) => ({ rows: lines.map(rowAt), next });
const linesOf = ({ rows }: { rows: readonly GuardRow[] }) => rows.map(({ place }) => Number(place.slice(2)));

test('rows that were loaded before follow those that were read again', () => {
  const whole = joined(pages([9, 8, 7], '1:7'), pages([8, 7, 6, 5], '1:5'));
  expect(linesOf(whole)).toEqual([9, 8, 7, 6, 5]);
  expect(whole.next).toBe('1:5');
});

test('all that was read again, or is of other rows, stands alone', () => {
  const page = pages([9, 8, 7], '1:7');
  expect(joined(page, null)).toBe(page);
  expect(joined(page, pages([8, 7], '1:7'))).toBe(page);
  expect(joined(page, pages([3, 2], null))).toBe(page);
  expect(joined(pages([], null), pages([3, 2], null)).rows).toEqual([]);
});
