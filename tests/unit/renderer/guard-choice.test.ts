import { expect, test } from 'vitest';
import { mostRuleSubUsers } from '../../../electron/contract/guard.ts';
import { choiceOf, withAll } from '../../../renderer/manager/guard/choice.ts';

const named = (prefix: string, count: number, from = 1) =>
  Array.from({ length: count }, (_, index) => ({ id: from + index, username: `${prefix}_${index}` }));
const list = [{ id: 900, username: 'main' }, ...named('scraper', 80), ...named('travel', 5, 101)];
const asked = { main: 'main', first: new Set<number>(), search: '' };
const ids = (rows: readonly { id: number }[]) => rows.map(({ id }) => id);

test('sixty are shown, and the rest is counted, without the main user', () => {
  const { kept, found, matching } = choiceOf(list, asked);
  expect(kept).toEqual({ rows: [], more: 0 });
  expect([found.rows.length, found.more, matching.length]).toEqual([60, 25, 85]);
  expect(ids(found.rows)).not.toContain(900);
});

test('those that are chosen stay in view whatever is searched, and what matches is counted with them', () => {
  const first = new Set([3, 103]);
  const { kept, found, matching } = choiceOf(list, { ...asked, first, search: ' Travel ' });
  expect(ids(kept.rows)).toEqual([103, 3]);
  expect(ids(found.rows)).toEqual([101, 102, 104, 105]);
  expect(matching).toEqual([101, 102, 103, 104, 105]);
});

test('many that are chosen leave room for what the search finds', () => {
  const { kept, found } = choiceOf(list, { ...asked, first: new Set(ids(named('x', 80))), search: 'travel' });
  expect([kept.rows.length, kept.more, found.rows.length, found.more]).toEqual([60, 20, 5, 0]);
});

test('one that was deleted is offered by its number while it is chosen', () => {
  expect(choiceOf(list, { ...asked, first: new Set([7_000]) }).kept.rows).toEqual([
    { id: 7_000, username: '7000' },
  ]);
});

test('all that match are chosen once each, up to what a rule can name', () => {
  expect(withAll([1, 2], [2, 3])).toEqual([1, 2, 3]);
  const most = Array.from({ length: mostRuleSubUsers }, (_, index) => index + 1);
  expect(withAll(most.slice(1), [1])).toHaveLength(mostRuleSubUsers);
  expect(withAll(most, [most.length + 1])).toBeNull();
});
