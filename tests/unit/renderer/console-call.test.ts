import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apiCalls } from '../../../electron/contract/activity.ts';
import { consoleCallSchema } from '../../../electron/contract/console.ts';
import type { SubUser } from '../../../electron/contract/sub-user.ts';
import {
  type ConsoleValues,
  callOf,
  firstValues,
  foundSubUser,
  limitOf,
  passwordOf,
  requestOf,
} from '../../../renderer/manager/connection/console-call.ts';
import { settingLines } from '../../../renderer/manager/connection/setting-lines.ts';
import { bytesText } from '../../../renderer/manager/sub-users/looks-like-bytes.ts';

const now = Date.parse('2026-11-26T12:00:00Z');
const password = 'Abcdefgh_123';
const subUser: SubUser = {
  id: 12,
  username: 'price_monitor_eu',
  status: 'active',
  createdAt: null,
  trafficGb: 4,
  limit: { kind: 'gb', limitGb: 50 },
  disablesAtLimit: true,
  lifetime: false,
  listed: true,
};
const first = firstValues(now, 'Europe/Berlin');
const call = (values: Partial<ConsoleValues>, about: SubUser | null = subUser) =>
  callOf({ ...first, ...values }, about);

test('a sub-user is found by its name, and by its id where no name is alike', () => {
  const named = { ...subUser, id: 7, username: '12' };
  expect(foundSubUser(' price_monitor_eu ', [named, subUser])).toBe(subUser);
  expect(foundSubUser('12', [subUser])).toBe(subUser);
  expect(foundSubUser('12', [subUser, named])).toBe(named);
  expect(foundSubUser('', [subUser])).toBeNull();
});

test('the fields make each of the eight calls, by the rules of the commands', () => {
  expect(call({ call: 'login' })).toEqual({ call: 'login' });
  expect(call({ call: 'listSubUsers' })).toEqual({ call: 'listSubUsers' });
  expect(call({})).toEqual({ call: 'monthTotal' });
  expect(call({ call: 'subUserUsage' })).toEqual({
    call: 'subUserUsage',
    id: 12,
    query: { type: 'current_month' },
  });
  expect(call({ call: 'subUserUsage', type: 'custom', dateTo: '2026-11-26 08 ' })).toMatchObject({
    query: { type: 'custom', dateFrom: '2026-11-20', dateTo: '2026-11-26 08', timeZone: 'Europe/Berlin' },
  });
  expect(call({ call: 'targetUsage' })).toEqual({ call: 'targetUsage', id: 12, date: '2026-11-26' });
  expect(call({ call: 'deleteSubUser' })).toEqual({ call: 'deleteSubUser', id: 12 });
  const limits = { limitGb: 5, unlimited: false, lifetime: true, disablesAtLimit: false };
  expect(call({ call: 'createSubUser', username: 'one', password, limits })).toEqual({
    call: 'createSubUser',
    subUser: { username: 'one', password, limitGb: 5, lifetime: true, disablesAtLimit: false },
  });
  expect(call({ call: 'updateSubUser', limit: 'unlimited', lifetime: 'yes', status: 'disabled' })).toEqual({
    call: 'updateSubUser',
    id: 12,
    changes: { limitGb: null, lifetime: true, status: 'disabled' },
    seen: { status: 'active', limit: { kind: 'gb', limitGb: 50 }, disablesAtLimit: true, lifetime: false },
  });
});

test('an id that the list lacks is sent, since the API may know it', () => {
  expect(call({ call: 'deleteSubUser', subUser: '99' }, null)).toEqual({ call: 'deleteSubUser', id: 99 });
  expect(call({ call: 'updateSubUser', subUser: '99', status: 'active' }, null)).toMatchObject({
    seen: null,
  });
});

test.each<Partial<ConsoleValues>>([
  { call: 'deleteSubUser', subUser: '' },
  { call: 'deleteSubUser', subUser: 'unheard_of' },
  { call: 'deleteSubUser', subUser: '1.5' },
  { call: 'deleteSubUser', subUser: '-4' },
  { call: 'updateSubUser', subUser: '5' },
  { call: 'updateSubUser', subUser: '5', limit: 'gb' },
  { call: 'updateSubUser', subUser: '5', password: 'too short' },
  { call: 'createSubUser', username: 'one', password },
  { call: 'createSubUser', username: 'not a name', password, limits: { ...first.limits, unlimited: true } },
  { call: 'subUserUsage', subUser: '5', type: 'custom', dateFrom: 'yesterday' },
  { call: 'subUserUsage', subUser: '5', type: 'custom', timeZone: '' },
  { call: 'targetUsage', subUser: '5', date: null },
])('nothing is sent while the fields describe no call: %j', (values) => {
  expect(call(values, null)).toBeNull();
});

test('a question names each value that is set with the one before it, and no password', () => {
  const change = call({ call: 'updateSubUser', limit: 'gb', limitGb: 0, status: 'disabled', password });
  if (change?.call !== 'updateSubUser') throw new Error();
  expect(settingLines(change, subUser, 'en')).toEqual([
    'Status: Active → Disabled',
    'Limit: 50 GB → Blocked',
    'Password: a new one',
  ]);
  expect(settingLines(change, null, 'en')[0]).toBe('Status: Disabled');
  expect(passwordOf(change)).toBe(password);
});

test('a limit that a call sets is found, and named in PB and GB where it looks like bytes', () => {
  const bytes = call({ call: 'updateSubUser', limit: 'gb', limitGb: 1_000_000_000 });
  const limitGb = bytes === null ? null : limitOf(bytes);
  expect(limitGb).toBe(1_000_000_000);
  expect(bytesText(limitGb ?? 0, 'en')).toBe('That’s 1,000 PB. Did you mean 1 GB?');
  expect(bytesText(1_000_000, 'en')).toBe('That’s 1 PB. The limit is in GB.');
  const unlimited = call({ call: 'updateSubUser', limit: 'unlimited' });
  expect(unlimited && limitOf(unlimited)).toBeNull();
});

const day = fc.oneof(
  fc.constantFrom('2026-11-26', '2024-02-29', '2026-02-29', '2026-02-30', '2026-13-01', '', '2026-11-26 08'),
  fc.string({ maxLength: 12 }),
);
const gb = fc.oneof(fc.constantFrom(Number.NaN, -1, 0, 1e9, 1e9 + 1, Number.POSITIVE_INFINITY), fc.double());
const yesOrNo = fc.constantFrom('unchanged', 'yes', 'no') satisfies fc.Arbitrary<ConsoleValues['lifetime']>;
const typed = fc.record<ConsoleValues>({
  call: fc.constantFrom(...apiCalls),
  subUser: fc.constantFrom('', '12', '0', '-1', '1.5', '9007199254740993', 'price_monitor_eu'),
  type: fc.constantFrom('24h', 'custom', 'lifetime'),
  dateFrom: day,
  dateTo: day,
  timeZone: fc.oneof(fc.constantFrom('', 'UTC', 'z'.repeat(64), 'z'.repeat(65)), fc.string()),
  date: fc.option(day),
  username: fc.oneof(fc.constantFrom('', 'one', 'with space', 'x'.repeat(64), 'x'.repeat(65)), fc.string()),
  password: fc.constantFrom('', 'short', password, 'no_digits_Here', `${password}${'x'.repeat(60)}`),
  limits: fc.record({
    limitGb: gb,
    unlimited: fc.boolean(),
    lifetime: fc.boolean(),
    disablesAtLimit: fc.boolean(),
  }),
  status: fc.constantFrom('unchanged', 'active', 'disabled'),
  limit: fc.constantFrom('unchanged', 'gb', 'unlimited'),
  limitGb: gb,
  lifetime: yesOrNo,
  disablesAtLimit: yesOrNo,
});

test('a window lets through exactly the calls that main does', () => {
  fc.assert(
    fc.property(typed, fc.option(fc.constant(subUser)), (values, about) => {
      const taken = consoleCallSchema.safeParse(requestOf(values, about)).success;
      expect(callOf(values, about) !== null).toBe(taken);
    }),
    { numRuns: 2_000 },
  );
});
