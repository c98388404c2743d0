import { expect, test } from 'vitest';
import { holdCalls } from '../../../electron/desktop/app/held-calls.ts';

test('calls before there is a part to take them are handed over in order, later ones at once', () => {
  const taken: string[] = [];
  const held = holdCalls<[string]>();
  held.call('first');
  held.call('second');
  expect(taken).toEqual([]);
  held.connect((what) => taken.push(what));
  expect(taken).toEqual(['first', 'second']);
  held.call('third');
  expect(taken).toEqual(['first', 'second', 'third']);
});
