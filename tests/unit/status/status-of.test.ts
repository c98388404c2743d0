import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import type { Alert } from '../../../electron/contract/alert.ts';
import { statusSchema } from '../../../electron/contract/status.ts';
import { unreadAccount } from '../../../electron/monitor/state.ts';
import { type StatusSource, statusOf } from '../../../electron/monitor/status/status-of.ts';
import { prometheusText } from '../../../electron/status/prometheus.ts';
import { readPrometheus } from '../../support/unit/prometheus.ts';
import { readAccount, statusNow, statusSettings, statusSource } from '../../support/unit/status.ts';

const published = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../../docs/status.schema.json'), 'utf8'),
);
const isPublished = new Ajv({ strict: false, validateFormats: false }).compile(published);

/** Shapes a status, and holds it against the published schema and our own. */
function status(...sources: StatusSource[]) {
  const made = JSON.parse(JSON.stringify(statusOf(sources, statusNow)));
  expect(isPublished(made), JSON.stringify(isPublished.errors)).toBe(true);
  expect(statusSchema.parse(made)).toEqual(made);
  return statusSchema.parse(made);
}

const signedOut = { kind: 'signed-out', reason: 'refused', username: 'main_user' } as const;
const alertOf = (change: Partial<Alert>): Alert => ({
  id: 'one',
  at: Date.parse('2026-11-20T08:00:00Z'),
  subject: { kind: 'sub-user', id: 2, username: 'near' },
  facts: { rule: 'limit', threshold: 80, usedGb: 8, limitGb: 10, expectedAt: null },
  delivery: 'shown',
  ...change,
});
const withAlerts = (...alerts: Alert[]) =>
  statusSource({ account: { ...readAccount, alerts: { alerts, total: alerts.length, byCalendar: false } } });

test('an account has its period, figures, forecast and counts', () => {
  const { as_of, accounts } = status(statusSource());
  expect(as_of).toBe('2026-11-24T12:00:00.000Z');
  expect(accounts).toMatchObject([
    {
      id: 'a1',
      name: 'main_user',
      product: null,
      state: 'ok',
      read_at: '2026-11-24T11:56:00.000Z',
      stale_at: '2026-11-24T12:11:00.000Z',
      period: { kind: 'month', from: '2026-11-01', to: '2026-11-24' },
      used_gb: 211.7,
      plan_gb: 300,
      left_gb: 88.3,
      month_gb: 211.7,
      forecast: { end_gb: 268, low_gb: 259, high_gb: 276, ends_at: '2026-12-01T00:00:00.000Z' },
      counts: { sub_users: 5, active: 4, disabled: 1, near_limit: 1, over_limit: 0 },
      alerts: [],
    },
  ]);
});

test('sub-users come nearest to their limit first, as many as are set, and unknown is null', () => {
  const [account] = status(statusSource()).accounts;
  expect(account?.sub_users.map(({ name }) => name)).toEqual(['near', 'idle', 'free', 'shut', 'quote"\\\n']);
  expect(account?.sub_users[0]).toMatchObject({ limit: 'gb', limit_gb: 10, used_gb: 9, left_gb: 1 });
  expect(account?.sub_users[2]).toMatchObject({ limit: 'unlimited', limit_gb: null, left_gb: null });
  expect(account?.sub_users[3]).toMatchObject({ limit: 'blocked', limit_gb: 0, left_gb: 0 });
  expect(account?.sub_users[4]).toMatchObject({ used_gb: null, limit_gb: null, left_gb: null });
  const few = status(statusSource({ settings: { ...statusSettings, statusFileSubUsers: 1 } }));
  expect(few.accounts[0]?.sub_users.map(({ name }) => name)).toEqual(['near']);
});

test('without sub-users in the file, no name of one is in it', () => {
  const source = withAlerts(alertOf({}));
  expect(JSON.stringify(status(source))).toContain('"near"');
  const none = status({ ...source, settings: { ...statusSettings, statusFileSubUsers: 0 } });
  expect(none.accounts[0]?.alerts).toMatchObject([{ rule: 'limit', sub_user: null }]);
  expect(JSON.stringify(none)).not.toContain('"near"');
});

test('the figures of a plan with its own cycle are those of the cycle, and not of the month', () => {
  const settings = { ...statusSettings, plan: { ...statusSettings.plan, renewsOn: 23 } };
  expect(status(statusSource({ settings })).accounts[0]).toMatchObject({
    period: { kind: 'cycle', from: null, to: null },
    used_gb: null,
    left_gb: null,
    month_gb: 211.7,
    forecast: null,
  });
});

test('stale, offline, signed out and not read yet are states, and never zero', () => {
  const stale = statusSource({ account: { ...readAccount, stale: true } });
  expect(status(stale).accounts[0]).toMatchObject({ state: 'stale', used_gb: 211.7 });
  expect(status(statusSource({ online: false })).accounts[0]).toMatchObject({ state: 'offline' });
  const nothing = { used_gb: null, left_gb: null, counts: null, read_at: null, sub_users: [] };
  const out = status(statusSource({ session: signedOut, account: unreadAccount }));
  expect(out.accounts[0]).toMatchObject({ id: null, name: 'main_user', state: 'signed_out', ...nothing });
  expect(status(statusSource({ account: unreadAccount })).accounts[0]).toMatchObject(nothing);
  expect(status(statusSource({ session: { ...signedOut, username: null } })).accounts).toEqual([]);
});

test('an alert is active while its rule is met in this period', () => {
  const rules = (...alerts: Alert[]) =>
    status(withAlerts(...alerts)).accounts[0]?.alerts.map(({ rule, sub_user }) => [rule, sub_user]);
  expect(rules(alertOf({}))).toEqual([['limit', 'near']]);
  expect(rules(alertOf({}), alertOf({ id: 'earlier' }))).toEqual([['limit', 'near']]);
  expect(rules(alertOf({ at: Date.parse('2026-10-20T08:00:00Z') }))).toEqual([]);
  expect(rules(alertOf({ subject: { kind: 'sub-user', id: 1, username: 'idle' } }))).toEqual([]);
  expect(rules(alertOf({ subject: { kind: 'sub-user', id: 9, username: 'gone' } }))).toEqual([]);
  const budget = { rule: 'budget', usedGb: 211, limitGb: 300, expectedAt: null } as const;
  const ofAccount = (threshold: number) =>
    alertOf({ subject: { kind: 'account' }, facts: { ...budget, threshold } });
  expect(rules(ofAccount(70))).toEqual([['budget', null]]);
  expect(rules(ofAccount(80))).toEqual([]);
});

test('Prometheus has gauges in base units, a label escaped, and nothing for what is unknown', () => {
  const samples = readPrometheus(prometheusText(status(statusSource())));
  const valueIn = (name: string, subUser?: string) =>
    samples.find((each) => each.name === `oxygauge_${name}` && each.labels.sub_user === subUser)?.value;
  expect(valueIn('up')).toBe(1);
  expect(valueIn('used_bytes')).toBe(211_700_000_000);
  expect(valueIn('left_bytes')).toBe(88_300_000_000);
  expect(valueIn('read_timestamp_seconds')).toBe(statusNow / 1000 - 240);
  expect(valueIn('sub_user_used_bytes', 'near')).toBe(9_000_000_000);
  expect(valueIn('sub_user_limit_bytes', 'shut')).toBe(0);
  expect(valueIn('sub_user_limit_bytes', 'free')).toBeUndefined();
  expect(samples.some(({ labels }) => labels.sub_user === 'quote"\\\n')).toBe(false);
  const named = statusSource();
  if (named.session.kind === 'signed-in') named.session = { ...named.session, username: 'quote"\\\n' };
  expect(readPrometheus(prometheusText(status(named)))[0]?.labels.account).toBe('quote"\\\n');
  const out = statusSource({ session: signedOut, account: unreadAccount });
  expect(readPrometheus(prometheusText(status(out))).map(({ name, value }) => [name, value])).toEqual([
    ['oxygauge_up', 0],
    ['oxygauge_plan_bytes', 300_000_000_000],
  ]);
});
