import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Status, statusSchema } from '../../../electron/contract/status.ts';
import { statusOf } from '../../../electron/monitor/status/status-of.ts';
import { readStatusJson, readStatusText } from '../../../electron/status/read-status.ts';
import { statusNow, statusSource } from '../../support/unit/status.ts';

/** What a field may wrongly or rightly hold, at the edges of what the schema takes. */
const edges = [
  ...[0, -0, -1, 1, 1e9, 1e9 + 1, 2 ** 53, 0.5, Number.POSITIVE_INFINITY, null, true, '', 'ok', 'gb'],
  ...[
    'month',
    'mobile',
    'active',
    'a'.repeat(32),
    'a'.repeat(33),
    'a'.repeat(64),
    'a'.repeat(65),
    '\ud800'.repeat(33),
  ],
  ...['a'.repeat(1_000), 'a'.repeat(1_001), 'a-b', 'a_b', 'a\n', '😀'.repeat(1_000), '😀'.repeat(1_001)],
  ...['2026-02-28T00:00Z', '2026-02-29T00:00Z', '2024-02-29T12:00:00Z', '2026-02-30T00:00:00.123Z'],
  ...['1900-02-29T00:00:00Z', '2000-02-29T00:00:00Z', '0000-01-01T00:00:00Z', '2026-13-01T00:00:00Z'],
  ...['2026-01-01T24:00:00Z', '2026-01-01T23:60:00Z', '2026-01-01T23:59:60Z', '2026-01-01T23:59:59.9Z'],
  ...['2026-01-01T00:00:00+01:00', '2026-01-01t00:00:00z', '2026-01-01', '2026-01-01T00:00:00.Z', ' '],
];
const value = fc.oneof(fc.jsonValue({ maxDepth: 1 }), fc.constantFrom<unknown>(...edges, []));

const time = fc
  .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString());
const gb = fc.double({ min: 0, max: 1e9, noNaN: true });
const orNull = <Value>(of: fc.Arbitrary<Value>) => fc.option(of, { nil: null });
const name = fc.string({ unit: 'grapheme', maxLength: 40 });
const account = fc.record({
  id: orNull(fc.stringMatching(/^[A-Za-z0-9-]{1,64}$/)),
  name: orNull(name),
  product: fc.constantFrom('residential', 'mobile', null),
  state: fc.constantFrom('ok', 'stale', 'offline', 'signed_out'),
  read_at: orNull(time),
  stale_at: orNull(time),
  period: fc.record({ kind: fc.constantFrom('month', 'cycle'), from: orNull(name), to: orNull(name) }),
  used_gb: orNull(gb),
  plan_gb: orNull(gb),
  left_gb: orNull(gb),
  month_gb: orNull(gb),
  forecast: orNull(
    fc.record({
      end_gb: fc.double({ noNaN: true }),
      low_gb: gb,
      high_gb: gb,
      ends_at: time,
      runs_out_at: orNull(time),
    }),
  ),
  counts: orNull(
    fc.record({
      sub_users: fc.nat(),
      active: fc.nat(),
      disabled: fc.nat(),
      near_limit: fc.nat(),
      over_limit: fc.nat(),
    }),
  ),
  alerts: fc.array(fc.record({ rule: name, sub_user: orNull(name), since: time }), { maxLength: 3 }),
  sub_users: fc.array(
    fc.record({
      name,
      status: fc.constantFrom('active', 'disabled', 'unknown'),
      used_gb: orNull(gb),
      limit: fc.constantFrom('gb', 'unlimited', 'blocked', 'unknown'),
      limit_gb: orNull(gb),
      left_gb: orNull(gb),
    }),
    { maxLength: 3 },
  ),
});
const status = fc.record({
  schema: fc.constant(1),
  as_of: time,
  accounts: fc.array(account, { maxLength: 3 }),
});

type Change = { at: number; how: 'replace' | 'remove' | 'add' | 'repeat'; value: unknown };
const change: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(),
  how: fc.constantFrom('replace', 'remove', 'add', 'repeat'),
  value,
});

/** Lists every place in a JSON value: its holder and its key. */
function placesIn(json: unknown): [holder: object, key: string][] {
  if (typeof json !== 'object' || json === null) return [];
  return Object.entries(json).flatMap(([key, held]) => [[json, key] as [object, string], ...placesIn(held)]);
}

function damage(json: unknown, changes: readonly Change[]): unknown {
  const whole = structuredClone({ json });
  for (const { at, how, value: other } of changes) {
    const places = placesIn(whole);
    const [holder, key] = places[at % places.length] ?? [whole, 'json'];
    const held = Reflect.get(holder, key);
    if (how === 'remove' && Array.isArray(holder)) holder.splice(Number(key), 1);
    else if (how === 'remove') Reflect.deleteProperty(holder, key);
    else if (how === 'add') Reflect.set(holder, `${key}_more`, other);
    else if (how === 'repeat' && Array.isArray(held) && held.length > 0)
      Reflect.set(holder, key, new Array(at % 2 === 0 ? 101 : 21).fill(held[0]));
    else Reflect.set(holder, key, other);
  }
  return whole.json;
}

/** What the schema makes of a value, and what the reader does; null is a refusal. */
function both(json: unknown): [Status | null, Status | null] {
  const parsed = statusSchema.safeParse(json);
  const read = readStatusJson(json);
  return [parsed.success ? parsed.data : null, 'status' in read ? read.status : null];
}

test('the reader takes and refuses what the schema does, for any status, damaged or not', () => {
  const taken = { whole: 0, damaged: 0, refused: 0 };
  fc.assert(
    fc.property(status, fc.array(change, { maxLength: 2 }), (whole, changes) => {
      const [parsed, read] = both(damage(whole, changes));
      expect(read).toEqual(parsed);
      taken[parsed === null ? 'refused' : changes.length === 0 ? 'whole' : 'damaged'] += 1;
    }),
    { numRuns: 1_000 },
  );
  for (const [kind, count] of Object.entries(taken)) expect(count, kind).toBeGreaterThan(50);
});

test('the reader takes and refuses what the schema does, for any JSON', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (json) => {
      const [parsed, read] = both(json);
      expect(read).toEqual(parsed);
    }),
  );
});

test('lists as long as they may be are read, and no longer ones', () => {
  const [whole] = statusOf([statusSource()], statusNow).accounts;
  const [subUser] = whole?.sub_users ?? [];
  const alert = { rule: 'limit', sub_user: null, since: '2026-11-20T08:00:00Z' };
  const lists: ((length: number) => unknown)[] = [
    (length) => ({ accounts: new Array(length).fill(whole) }),
    (length) => ({ accounts: [{ ...whole, alerts: new Array(length).fill(alert) }] }),
    (length) => ({ accounts: [{ ...whole, sub_users: new Array(length).fill(subUser) }] }),
  ];
  for (const [index, most] of [20, 100, 1_000].entries())
    for (const length of [most, most + 1]) {
      const json = { schema: 1, as_of: '2026-11-24T12:00:00Z', ...Object(lists[index]?.(length)) };
      const [parsed, read] = both(json);
      expect(read).toEqual(parsed);
      expect(read === null).toBe(length > most);
    }
});

test('a name, a day and a rule are as long as the schema takes, however many bits their characters have', () => {
  const [whole] = statusOf([statusSource()], statusNow).accounts;
  const alert = { rule: 'limit', sub_user: null, since: '2026-11-20T08:00:00Z' };
  const fields: [number, (text: string) => unknown][] = [
    [1_000, (name) => ({ ...whole, name })],
    [32, (from) => ({ ...whole, period: { ...whole?.period, from } })],
    [64, (rule) => ({ ...whole, alerts: [{ ...alert, rule }] })],
  ];
  for (const [most, accountWith] of fields)
    for (const character of ['a', '😀', '\ud800', 'e\u0301'])
      for (const length of [most / 2, most, most + 1]) {
        const accounts = [accountWith(character.repeat(length))];
        const [parsed, read] = both({ schema: 1, as_of: '2026-11-24T12:00:00Z', accounts });
        expect(read).toEqual(parsed);
      }
});

test('each field takes and refuses what the schema does, at every edge', () => {
  const alert = { rule: 'limit', sub_user: null, since: '2026-11-20T08:00:00Z' };
  const [sample] = statusOf([statusSource()], statusNow).accounts;
  const whole = {
    schema: 1,
    as_of: '2026-11-24T12:00:00Z',
    accounts: [{ ...sample, alerts: [alert], sub_users: sample?.sub_users.slice(0, 1) }],
  };
  let taken = 0;
  for (const [holder, key] of placesIn(whole)) {
    const held = Reflect.get(holder, key);
    for (const edge of [...edges, [], {}]) {
      Reflect.set(holder, key, edge);
      const [parsed, read] = both(whole);
      expect(read, `${key}: ${JSON.stringify(edge)}`).toEqual(parsed);
      if (parsed !== null) taken += 1;
    }
    Reflect.set(holder, key, held);
  }
  expect(taken).toBeGreaterThan(200);
});

test('a text that is no JSON is corrupt, and a later version is newer, whatever it holds', () => {
  expect(readStatusText('{"schema":1,')).toEqual({ problem: 'corrupt' });
  expect(readStatusText('')).toEqual({ problem: 'corrupt' });
  expect(readStatusText('{"schema":2}')).toEqual({ problem: 'newer' });
  expect(readStatusText('{"schema":0}')).toEqual({ problem: 'corrupt' });
  expect(readStatusText('[2]')).toEqual({ problem: 'corrupt' });
});
