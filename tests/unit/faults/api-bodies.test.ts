import { afterEach, beforeEach, expect, test } from 'vitest';
import { api } from '../../matrix/api.ts';
import { proves } from '../../matrix/fault.ts';
import { platform } from '../../matrix/platform.ts';
import {
  expectReadToSurvive,
  expectRecovery,
  expectWritesOnce,
  readNow,
  stateOf,
} from '../../support/unit/fault-proof.ts';
import { openRealWay, type RealWay } from '../../support/unit/way-to-server.ts';

let account: RealWay;
beforeEach(async () => {
  account = await openRealWay();
});
afterEach(() => account.server.stop());

type Id = keyof typeof api.faults;

/** Replaces the answers for the total and the list; other paths get real answers. */
function answerWith({ month, list }: { month?: string; list?: string }): void {
  const { faults } = account.simulator;
  const bodies = [
    [/^GET .*client-stats/, month],
    [/^GET .*sub-users$/, list],
  ] as const;
  for (const [on, body] of bodies) {
    if (body !== undefined) faults.add({ on, fault: { kind: 'garble', status: 200, body } });
  }
}

const shape = { failure: { kind: 'not-understood', reason: 'shape' }, tries: 1 } as const;
const notJson = { failure: { kind: 'not-understood', reason: 'not-json' }, tries: 1 } as const;
const says = /in a way that Oxygauge does not understand/;

const noAnswers = [
  { id: 'empty-200', expected: notJson, month: '', list: '' },
  { id: 'null', expected: shape, month: 'null', list: 'null' },
  { id: 'array-for-object', expected: shape, month: '[{"traffic":1}]', list: '{"0":{"id":1}}' },
  { id: 'truncated-json', expected: notJson, month: '{"traffic": 12', list: '[{"id":1,"username":"a"}' },
] satisfies { id: Id; expected: object; month: string; list: string }[];

for (const { id, expected, ...bodies } of noAnswers) {
  test(proves(api, id), async () => {
    answerWith(bodies);
    await expectReadToSurvive(account, { ...expected, says }, () => account.simulator.faults.clear());
    // A write with such an answer was carried out, or is looked up.
    const fault = { kind: 'garble', status: 200, body: bodies.month } as const;
    account.simulator.faults.add({ on: /^(POST|PATCH|DELETE)/, fault });
    await expectWritesOnce(account);
  });
}

const row = '"id":71,"username":"one","status":"active","traffic":2.5,"traffic_limit":10';
const only = () => {
  const [first, ...others] = account.roster().filter(({ listed }) => listed);
  if (first === undefined || others.length > 0) throw new Error('There should be one.');
  return first;
};

test(proves(api, 'duplicate-keys'), async () => {
  answerWith({ month: '{"traffic":1,"traffic":2}', list: `[{"id":70,${row}}]` });
  await readNow(account);
  expect(stateOf(account).month?.value.trafficGb).toBe(2);
  expect(only().id).toBe(71);
});

test(proves(api, 'proto'), async () => {
  const keys = '"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"prototype":1';
  answerWith({ month: `{"traffic":2,${keys}}`, list: `[{${keys},${row}},{"__proto__":{${row}}}]` });
  await readNow(account);
  expect(stateOf(account).month?.value).toEqual({ trafficGb: 2, dateFrom: null, dateTo: null });
  expect(Object.getPrototypeOf(stateOf(account).month?.value)).toBe(Object.prototype);
  expect(only()).not.toHaveProperty('polluted');
  expect({}).not.toHaveProperty('polluted');
  // A row whose fields are in its prototype has none.
  expect(stateOf(account).subUsers?.value.setAside).toBe(1);
});

/** Expects each of these figures to be unknown, never zero, with the rest of its row intact. */
async function expectUnknown(figures: readonly string[]): Promise<void> {
  for (const figure of figures) {
    account.simulator.faults.clear();
    answerWith({
      month: `{"traffic":${figure},"date_from":"2026-03-01"}`,
      list: `[{"id":71,"username":"one","status":"active","traffic":${figure},"traffic_limit":${figure}}]`,
    });
    expect((await readNow(account)).ok, figure).toBe(true);
    expect(stateOf(account).month?.value, figure).toMatchObject({ trafficGb: null, dateFrom: '2026-03-01' });
    expect(only(), figure).toMatchObject({
      username: 'one',
      trafficGb: null,
      limit: { kind: 'unknown' },
    });
  }
  account.simulator.faults.clear();
  await expectRecovery(account);
}

test(proves(api, 'nan-like'), () => expectUnknown(['"NaN"', '"1.5"', '"0"', '""', 'true', '{}', '[1]']));
test(proves(api, 'negative'), () => expectUnknown(['-1', '-1e-9', '-1e308']));
test(proves(api, 'huge'), () => expectUnknown(['1e308', '1e999', '1e12']));
test(proves(platform, 'infinity'), () => expectUnknown(['1e999', '-1e999']));

test(proves(api, 'big-id'), async () => {
  answerWith({ list: `[{${row}},{"id":9007199254740993,"username":"two"},{"id":1e30,"username":"three"}]` });
  await readNow(account);
  expect(only().id).toBe(71);
  expect(stateOf(account).subUsers?.value.setAside).toBe(2);
});

test(proves(api, 'duplicate-id'), async () => {
  answerWith({ list: `[{${row}},{"id":71,"username":"another"}]` });
  await readNow(account);
  expect(only().username).toBe('one');
  expect(stateOf(account).subUsers?.value.setAside).toBe(1);
});

test(proves(api, 'many-rows'), async () => {
  const rows = Array.from({ length: 50_000 }, (_, at) => ({ id: at + 1, username: `u${at}`, traffic: 1 }));
  answerWith({ list: JSON.stringify(rows) });
  await readNow(account);
  expect(account.roster().filter(({ listed }) => listed)).toHaveLength(50_000);
  expect(account.server.countOfRefreshes()).toBe(2);
});

test(proves(api, 'unknown-status'), async () => {
  for (const status of ['"frozen"', '"ACTIVE"', '1', 'null', '{}']) {
    account.simulator.faults.clear();
    answerWith({ list: `[{"id":71,"username":"one","traffic":2.5,"status":${status}}]` });
    await readNow(account);
    expect(only(), status).toMatchObject({ status: 'unknown', trafficGb: 2.5 });
  }
});

test(proves(api, 'nonsense-dates'), async () => {
  for (const day of ['"2026-02-30"', '"0000-00-00"', '"soon"', '20260301', 'null', '"2026-3-1"']) {
    account.simulator.faults.clear();
    answerWith({
      month: `{"traffic":2,"date_from":${day},"date_to":${day}}`,
      list: `[{${row},"created_at":${day}}]`,
    });
    await readNow(account);
    expect(stateOf(account).month?.value, day).toEqual({ trafficGb: 2, dateFrom: null, dateTo: null });
    expect(only(), day).toMatchObject({ createdAt: null, trafficGb: 2.5 });
  }
});
