import { expect, test } from 'vitest';
import type { SubUser } from '../../../electron/contract/sub-user.ts';
import { type Known, knownCauses } from '../../../electron/proxy/known-causes.ts';

const subUser: SubUser = {
  id: 1,
  username: 'one',
  status: 'active',
  createdAt: null,
  trafficGb: 5,
  limit: { kind: 'gb', limitGb: 10 },
  disablesAtLimit: true,
  lifetime: false,
  listed: true,
};
const causes = (change: Partial<SubUser>, plan: Known['plan'] = null, login = 'customer-one') =>
  knownCauses(login, { subUser: { ...subUser, ...change }, plan });

test('nothing is known against an active sub-user below its limit', () => {
  expect(causes({})).toEqual([]);
  expect(causes({ limit: { kind: 'unlimited' }, trafficGb: 1e6 })).toEqual([]);
});

test('each known cause is named', () => {
  expect(causes({ status: 'disabled' })).toEqual(['disabled']);
  expect(causes({ listed: false })).toEqual(['disabled']);
  expect(causes({ limit: { kind: 'blocked' } })).toEqual(['blocked']);
  expect(causes({ trafficGb: 10, status: 'disabled' })).toEqual(['over-limit', 'disabled']);
  expect(causes({}, null, 'one-cc-DE')).toEqual(['prefix']);
  expect(knownCauses('customer-two', { subUser: 'missing', plan: null })).toEqual(['unknown-name']);
  expect(causes({}, { of: 'month', budgetGb: 300, usedGb: 300 })).toEqual(['plan-used-up']);
});

test('an unknown figure is no cause, and neither is a limit that stops nothing', () => {
  expect(knownCauses('customer-two', { subUser: 'unknown', plan: null })).toEqual([]);
  expect(causes({ trafficGb: null })).toEqual([]);
  expect(causes({ status: 'unknown', limit: { kind: 'unknown' } })).toEqual([]);
  expect(causes({ trafficGb: 11, disablesAtLimit: false })).toEqual([]);
  expect(causes({}, { of: 'month', budgetGb: 300, usedGb: null })).toEqual([]);
  expect(causes({}, { of: 'month', budgetGb: 300, usedGb: 299.9 })).toEqual([]);
});
