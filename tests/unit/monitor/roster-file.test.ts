import { expect, test } from 'vitest';
import type { SubUser } from '../../../electron/contract/sub-user.ts';
import { createRosterFile, readRosters } from '../../../electron/monitor/sub-users/roster-file.ts';
import { inMemoryValue } from '../../../electron/storage/in-memory.ts';

const row = (id: number, listed: boolean): SubUser => ({
  id,
  username: `user_${id}`,
  status: listed ? 'active' : 'disabled',
  createdAt: null,
  trafficGb: 1,
  limit: { kind: 'unlimited' },
  disablesAtLimit: true,
  lifetime: false,
  listed,
});

test('the next run knows about whom the API was asked, until they are listed again', () => {
  const file = inMemoryValue<unknown>();
  const first = createRosterFile(file);
  first.keep('acc', [row(1, true), row(2, false), row(3, false)]);
  first.noteAsked('acc', 2);
  const next = createRosterFile(file);
  expect([1, 2, 3].map((id) => next.isAsked('acc', id))).toEqual([false, true, false]);
  expect(next.recall('acc')).toEqual([row(1, true), row(2, false), row(3, false)]);
  next.keep('acc', [row(1, true), row(2, true), row(3, false)]);
  expect(createRosterFile(file).isAsked('acc', 2)).toBe(false);
  next.forget('acc');
  expect(next.recall('acc')).toEqual([]);
});

test('a file of an earlier version is read whole', () => {
  const stored = { acc: [row(1, true), row(2, false)] };
  expect(readRosters(stored)).toEqual({ value: stored, whole: true });
});
