import { expect, test } from 'vitest';
import { receivedChange, sentChange } from '../../../electron/contract/sent-change.ts';
import { sentChangeSchema } from '../../../electron/contract/snapshot.ts';
import { snapshotOf } from '../../../renderer/gallery/snapshot.ts';

const { traffic, subUsers } = snapshotOf();
const rows = { changed: subUsers.subUsers.slice(0, 1), removed: [7], setAside: 0, readAt: 2 };

test.each([
  ['no sub-users', { revision: 3, slices: { traffic } }],
  ['the whole list', { revision: 3, slices: { traffic, subUsers } }],
  ['a few rows', { revision: 3, slices: {}, subUserRows: rows }],
])('a change with %s arrives as it was', (_what, change) => {
  const sent = sentChange(change);
  expect(sentChangeSchema.safeParse(sent).success).toBe(true);
  expect(receivedChange(sent)).toEqual(change);
});

test('sub-users cross as one text, and nothing else does', () => {
  expect(Object.keys(sentChange({ revision: 3, slices: { traffic } }))).toEqual(['revision', 'slices']);
  const sent = sentChange({ revision: 3, slices: { traffic, subUsers }, subUserRows: rows });
  expect(sent.slices).toEqual({ traffic });
  expect(sent.list).toBe(JSON.stringify({ subUsers, subUserRows: rows }));
});
