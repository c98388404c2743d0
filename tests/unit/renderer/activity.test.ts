import { expect, test } from 'vitest';
import type { ActivityEntry } from '../../../electron/contract/activity.ts';
import { shownEntries, withNews } from '../../../renderer/manager/connection/activity-rows.ts';
import { prettyJson } from '../../../renderer/manager/connection/pretty-json.ts';

function entryOf(number: number, more: Partial<ActivityEntry> = {}): ActivityEntry {
  return {
    number,
    at: 1_000 * number,
    request: {
      call: 'subUserUsage',
      method: 'GET',
      path: `/users/3f1c/sub-users/${number}?type=24h`,
      subUserId: number,
      username: null,
      body: null,
    },
    status: 200,
    tries: 1,
    durationMs: 5,
    bytes: 10,
    outcome: 'done',
    ...more,
  };
}

test('changed entries take the place of theirs, new ones follow, and dropped ones go', () => {
  const known = [entryOf(1), entryOf(2, { outcome: 'under-way' }), entryOf(3)];
  const news = { revision: 9, oldest: 2, entries: [entryOf(4), entryOf(2)] };
  const next = withNews(known, news);
  expect(next.map(({ number, outcome }) => [number, outcome])).toEqual([
    [2, 'done'],
    [3, 'done'],
    [4, 'done'],
  ]);
  // What did not change is the same object, so its row is not rendered again.
  expect(next[1]).toBe(known[2]);
  expect(withNews(next, { revision: 10, oldest: 5, entries: [] })).toEqual([]);
});

test('a filter finds by call, name, path, status and result, newest first', () => {
  const nameOf = (id: number) => (id === 2 ? 'price_monitor_eu' : null);
  const entries = [
    entryOf(1, { status: 503, outcome: { kind: 'server-fault', status: 503 } }),
    entryOf(2),
    entryOf(3, { status: null, outcome: { kind: 'timed-out' } }),
  ];
  const found = (filter: string) => shownEntries(entries, filter, nameOf).map(({ number }) => number);
  expect(found('')).toEqual([3, 2, 1]);
  expect(found('  MONITOR ')).toEqual([2]);
  expect(found('sub-users/3')).toEqual([3]);
  expect(found('503')).toEqual([1]);
  expect(found('read traffic done')).toEqual([2]);
  expect(found('not answer in time')).toEqual([3]);
  expect(found('nothing like it')).toEqual([]);
});

test.each([
  ['{"a":1,"b":[true,null],"c":{}}', '{\n  "a": 1,\n  "b": [\n    true,\n    null\n  ],\n  "c": {}\n}'],
  ['{ "id" : 9007199254740993 , "x": 1.0 }', '{\n  "id": 9007199254740993,\n  "x": 1.0\n}'],
  ['{"a":"x\\"{,}","b"', '{\n  "a": "x\\"{,}",\n  "b"'],
  ['[{"a":"cut in the', '[\n  {\n    "a": "cut in the'],
  ['<html>{"a":1}</html>', '<html>{"a":1}</html>'],
  ['', ''],
  [']]]', ']]]'],
])('JSON is indented with its numbers as they were written: %s', (text, pretty) => {
  expect(prettyJson(text)).toBe(pretty);
});

test('indenting keeps the value of any JSON', () => {
  for (const value of [[], {}, [[]], { a: { b: ['x\\', '"', '\n', '{}'] } }, [1e300, -0.5, '\u2028']]) {
    expect(JSON.parse(prettyJson(JSON.stringify(value)))).toEqual(value);
    expect(prettyJson(JSON.stringify(value))).toBe(JSON.stringify(value, null, 2));
  }
});
