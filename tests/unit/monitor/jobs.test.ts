import { randomInt, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { JobOrder, JobView, PlannedSubUser } from '../../../electron/contract/job.ts';
import { createJobActions } from '../../../electron/monitor/jobs/job-actions.ts';
import { accountState, currentAccountId } from '../../../electron/monitor/state.ts';
import { demoCredentials } from '../../../electron/oxylabs/simulator/simulator.ts';
import { account as matrix } from '../../matrix/account.ts';
import { proves } from '../../matrix/fault.ts';
import { type Account, openAccount } from '../../support/unit/account.ts';
import { amount } from '../../support/unit/amount.ts';
import { settled } from '../../support/unit/fake-clock.ts';
import { signInto } from '../../support/unit/store.ts';
import { wholeText } from '../../support/unit/whole-text.ts';

let account: Account;
let actions: ReturnType<typeof createJobActions>;
let saved: { name: string; text: string } | null;

async function begin(subUserCount = 12): Promise<void> {
  account = await openAccount(subUserCount);
  saved = null;
  actions = createJobActions({
    ...account,
    passwords: account.monitor.passwords,
    below: (count) => randomInt(count),
    newId: randomUUID,
    showManager: () => {},
    async saveText(name, text) {
      saved = { name, text: wholeText(text) };
      return { ok: true, value: { saved: true } };
    },
  });
}
beforeEach(() => begin());

const job = (): JobView => {
  const view = account.store.getState().job;
  if (view === null) throw new Error('There is no job.');
  return view;
};

/** Advances time until the job ends. */
async function untilEnded(): Promise<JobView> {
  while (job().state === 'running' || job().state === 'cancelling') {
    const before = account.requests.length;
    await new Promise((done) => setTimeout(done, 1));
    // Time passes while nothing is sent. Otherwise a turn would be as long as the list is good.
    if (account.requests.length === before) await account.clock.pass(250);
  }
  return job();
}

async function run(order: JobOrder): Promise<JobView> {
  expect(await actions.startJob(order)).toEqual({ ok: true, value: null });
  return untilEnded();
}

const planned = (count: number): PlannedSubUser[] =>
  Array.from({ length: count }, (_, index) => ({
    username: `bulk_${index}`,
    password: null,
    limitGb: 5,
    lifetime: false,
    disablesAtLimit: true,
  }));
const names = () => [...account.simulator.account.people.values()].map(({ username }) => username);
const sent = (method: string) => account.requests.filter((line) => line.startsWith(method));
const outcomes = (view: JobView) => view.results.map(({ outcome }) => outcome);
const reasons = (view: JobView) => view.results.map(({ reason }) => reason?.kind ?? null);

/** The number of sub-users in the longest job. */
const many = amount(150, 500);

describe('create many', () => {
  test(`${many} with refusals, faults and cut answers: after a second run all of them exist, none twice`, async () => {
    const { faults } = account.simulator;
    faults.add({
      fault: { kind: 'refuse', status: 429, headers: { 'Retry-After': '2' } },
      on: /^POST.*sub/,
      times: 9,
    });
    faults.add({ fault: { kind: 'cut', at: 'before-headers' }, on: /^POST.*sub/, times: 25 });
    faults.add({ fault: { kind: 'refuse', status: 503 }, on: /^POST.*sub/, times: 17 });
    const first = await run({ kind: 'create', subUsers: planned(many) });
    expect(first.results).toHaveLength(many);
    const made = new Set(names());
    for (const { username, outcome } of first.results) {
      expect(made.has(username), `${username} is ${outcome}`).toBe(
        outcome === 'done' || outcome === 'uncertain',
      );
    }
    expect(await actions.startJob({ kind: 'create', subUsers: planned(1) })).toMatchObject({
      failure: { kind: 'job-open' },
    });
    await actions.saveJobResults();
    const second = await run({ kind: 'create', subUsers: planned(many) });
    expect(new Set(outcomes(second))).toEqual(new Set(['done', 'skipped']));
    expect(names().filter((name) => name.startsWith('bulk_'))).toHaveLength(many);
    expect(new Set(names()).size).toBe(names().length);
    expect(account.roster()).toHaveLength(many + 12);
  });

  test('nothing is sent while the API asks to wait, and no more than four at a time', async () => {
    const { faults } = account.simulator;
    faults.add({
      fault: { kind: 'refuse', status: 429, headers: { 'Retry-After': '60' } },
      on: /^POST.*sub/,
      times: 1,
    });
    await actions.startJob({ kind: 'create', subUsers: planned(20) });
    await settled();
    while (job().waitsUntil === null) await new Promise((done) => setTimeout(done, 1));
    await account.clock.pass(30_000);
    const before = sent('POST').length;
    expect(before).toBeLessThanOrEqual(4);
    await account.clock.pass(20_000);
    expect(sent('POST')).toHaveLength(before);
    expect((await untilEnded()).failed).toBe(0);
    expect(sent('POST')).toHaveLength(21);
  });

  test('cancelled at any moment: the results say exactly what was done', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 25 }), async (turns) => {
        await begin();
        await actions.startJob({ kind: 'create', subUsers: planned(30) });
        for (let turn = 0; turn < turns; turn += 1) await new Promise((done) => setImmediate(done));
        await actions.cancelJob();
        const { results, state } = await untilEnded();
        const made = new Set(names());
        for (const { username, outcome } of results) expect(made.has(username)).toBe(outcome === 'done');
        expect(results).toHaveLength(30);
        expect(['cancelled', 'ended']).toContain(state);
      }),
      { numRuns: amount(5, 15) },
    );
  });

  test('existing names and duplicates in the file are left alone', async () => {
    const [one] = planned(1);
    if (one === undefined) throw new Error('Nothing is planned.');
    const view = await run({
      kind: 'create',
      subUsers: [one, one, { ...one, username: 'seo_audit' }],
    });
    expect(outcomes(view)).toEqual(['done', 'skipped', 'skipped']);
    expect(reasons(view)).toEqual([null, 'duplicate', 'exists']);
    expect(sent('POST')).toHaveLength(1);
  });

  test('generated passwords are in the results only, and closing loses them', async () => {
    const view = await run({ kind: 'create', subUsers: planned(2) });
    expect(view.unsavedPasswords).toBe(2);
    await actions.saveJobResults();
    const [heading = '', first = ''] = saved?.text.split('\r\n') ?? [];
    expect(heading).toBe('Username,Id,Result,Why,Password');
    const password = first.split(',').at(-1) ?? '';
    expect(password).toMatch(/^[A-Za-z].{11,63}$/);
    expect(JSON.stringify(account.store.getState())).not.toContain(password);
    expect(job().unsavedPasswords).toBe(0);
    await actions.closeJob();
    expect(account.store.getState().job).toBeNull();
  });

  test('the passwords are kept on request, and are then in no danger', async () => {
    await run({ kind: 'create', subUsers: planned(3) });
    expect(await actions.keepJobPasswords()).toEqual({ ok: true, value: { kept: 3, left: 0, lasts: true } });
    expect(job().unsavedPasswords).toBe(0);
    await actions.saveJobResults();
    const { revealPassword, readKeptPasswords } = account.monitor.commands;
    expect(await readKeptPasswords()).toEqual({
      ok: true,
      value: { usernames: ['bulk_0', 'bulk_1', 'bulk_2'] },
    });
    const revealed = await revealPassword({ username: 'bulk_1' });
    expect(saved?.text).toContain(revealed.ok ? (revealed.value.password ?? 'none') : 'none');
  });

  test('a password from the file is sent and is not in the results', async () => {
    const password = 'From_the_file_1';
    await run({ kind: 'create', subUsers: planned(1).map((plan) => ({ ...plan, password })) });
    await actions.saveJobResults();
    expect(saved?.name).toBe('Oxygauge Creating 1 sub-user.csv');
    expect(saved?.text).not.toContain(password);
  });
});

describe('change many', () => {
  const ids = () => account.roster().map(({ id }) => id);

  test('a token that expires in the middle of 200: one login, all in a known state, none twice', async () => {
    await begin(201);
    const others = ids().slice(1);
    account.simulator.faults.add({ fault: { kind: 'refuse', status: 401 }, on: /^PATCH/, times: 4 });
    const view = await run({ kind: 'change', ids: others, change: { what: 'limit', limitGb: 7.25 } });
    expect(new Set(outcomes(view))).toEqual(new Set(['done']));
    expect(sent('POST /login')).toHaveLength(1);
    const patches = sent('PATCH');
    expect(patches).toHaveLength(204);
    expect(new Set(patches).size).toBe(200);
    expect(
      account.roster().filter(({ limit }) => limit.kind === 'gb' && limit.limitGb === 7.25),
    ).toHaveLength(200);
  });

  test('GB are added to each sub-user’s own limit; unlimited ones stay', async () => {
    const chosen = ['serp_tracker', 'qa_staging', 'seo_audit'].map((name) => account.known(name).id);
    const view = await run({ kind: 'change', ids: chosen, change: { what: 'add', gb: 5 } });
    expect(outcomes(view)).toEqual(['done', 'done', 'skipped']);
    expect(account.known('serp_tracker').limit).toEqual({ kind: 'gb', limitGb: 30 });
    expect(account.known('qa_staging').limit).toEqual({ kind: 'gb', limitGb: 5 });
  });

  test('the main user is not disabled, and a change without effect is not sent', async () => {
    const chosen = [demoCredentials.username, 'real_estate_feed', 'serp_tracker'].map(
      (name) => account.known(name).id,
    );
    const view = await run({ kind: 'change', ids: chosen, change: { what: 'status', status: 'disabled' } });
    expect(outcomes(view)).toEqual(['skipped', 'skipped', 'done']);
    expect(reasons(view)).toEqual(['main-user', 'already-set', null]);
    expect(sent('PATCH')).toHaveLength(1);
    expect(account.known('serp_tracker').status).toBe('disabled');
  });

  test('deleted sub-users disappear and do not show as “not listed”, even if the answer was lost', async () => {
    account.simulator.faults.add({ fault: { kind: 'cut', at: 'before-headers' }, on: /^DELETE/, times: 1 });
    const chosen = ['serp_tracker', 'travel_fares', 'brand_protection'].map((name) => account.known(name).id);
    const view = await run({ kind: 'delete', ids: chosen, confirmed: 3 });
    expect(outcomes(view)).toEqual(['done', 'done', 'done']);
    expect(account.roster()).toHaveLength(9);
    expect(sent('DELETE')).toHaveLength(3);
  });

  test(proves(matrix, 'user-deleted', 'many at once'), async () => {
    const chosen = ['serp_tracker', 'travel_fares'].map((name) => account.known(name).id);
    const gone = { kind: 'refuse', status: 404 } as const;
    account.simulator.faults.add({ fault: gone, on: /^DELETE/ });
    expect((await actions.startJob({ kind: 'delete', ids: chosen, confirmed: 2 })).ok).toBe(true);
    // The list was read before the job began, and cannot be read after.
    account.simulator.faults.add({ fault: gone, on: /sub-users$/ });
    const view = await untilEnded();
    expect(outcomes(view)).toEqual(['unknown', 'unknown']);
    expect(view.results[0]?.reason).toEqual({
      kind: 'failure',
      failure: { kind: 'unclear-write', cause: { kind: 'not-found' }, done: 'unknown' },
    });
    expect(account.roster()).toHaveLength(12);
    expect(sent('DELETE')).toHaveLength(2);
  });

  test('a sub-user that was just deleted elsewhere counts as deleted', async () => {
    const chosen = ['serp_tracker', 'travel_fares'].map((name) => account.known(name).id);
    for (const id of chosen) account.simulator.account.people.delete(id);
    const view = await run({ kind: 'delete', ids: chosen, confirmed: 2 });
    expect(outcomes(view)).toEqual(['done', 'done']);
    expect(account.roster()).toHaveLength(10);
  });

  test('signed out by the service: the rest is not sent, and the results stay', async () => {
    account.simulator.faults.add({ fault: { kind: 'refuse', status: 401 }, on: /^DELETE/ });
    const view = await run({ kind: 'delete', ids: ids().slice(1), confirmed: 11 });
    expect(view.state).toBe('signed-out');
    expect(new Set(outcomes(view))).toEqual(new Set(['not-sent']));
    expect(new Set(reasons(view))).toEqual(new Set(['signed-out']));
    expect(account.simulator.account.people.size).toBe(12);
  });

  test('one job at a time', async () => {
    const order: JobOrder = { kind: 'change', ids: ids().slice(1), change: { what: 'limit', limitGb: 3 } };
    const [, second] = await Promise.all([actions.startJob(order), actions.startJob(order)]);
    expect(second).toEqual({ ok: false, failure: { kind: 'busy' } });
    await untilEnded();
  });
});

test('the month by day is the sum over all sub-users', async () => {
  await run({ kind: 'month-days' });
  const { monthDays } = accountState(account.store.getState(), currentAccountId(account.store.getState()));
  const total = monthDays?.days.reduce((sum, { trafficGb }) => sum + trafficGb, 0) ?? 0;
  const used = account
    .roster()
    .reduce((sum, { trafficGb, lifetime }) => sum + (lifetime ? 0 : (trafficGb ?? 0)), 0);
  expect(monthDays?.missing).toBe(0);
  expect(total).toBeGreaterThan(used * 0.9);
  expect(monthDays?.days.map(({ at }) => at)).toEqual(
    [...(monthDays?.days ?? [])].map(({ at }) => at).sort(),
  );
});

describe('the plan’s cycle from all sub-users', () => {
  const renewsOn = (day: number | null) => {
    const { settings } = account.store.getState();
    account.store.setState({ settings: { ...settings, plan: { ...settings.plan, renewsOn: day } } });
  };
  const cycleRead = () =>
    accountState(account.store.getState(), currentAccountId(account.store.getState())).cycleRead;
  const asked = () => sent('GET').filter((line) => /sub-users\/\d+$/.test(line)).length;

  test('is the sum of their custom ranges, with its days and source', async () => {
    renewsOn(23);
    const queries: URLSearchParams[] = [];
    const { subUserUsage } = account.client;
    account.client.subUserUsage = (who, id, query) => {
      queries.push(new URLSearchParams(JSON.parse(JSON.stringify(query))));
      return subUserUsage(who, id, query);
    };
    const view = await run({ kind: 'plan-cycle' });
    expect([view.state, view.failed]).toEqual(['ended', 0]);
    expect(asked()).toBe(12);
    expect(queries).toHaveLength(12);
    for (const query of queries)
      expect(Object.fromEntries(query)).toMatchObject({
        type: 'custom',
        dateFrom: '2026-02-23',
        dateTo: '2026-03-15',
        timeZone: 'UTC',
      });
    expect(cycleRead()).toMatchObject({
      dateFrom: '2026-02-23',
      dateTo: '2026-03-15',
      found: 'sub-users',
      missing: 0,
      readAt: expect.any(Number),
    });
    // More than this month: it includes a part of February.
    const month = account
      .roster()
      .reduce((sum, { trafficGb, lifetime }) => sum + (lifetime ? 0 : (trafficGb ?? 0)), 0);
    expect(cycleRead()?.usedGb).toBeGreaterThan(month);
  });

  test('reports how many sub-users are missing', async () => {
    renewsOn(23);
    account.simulator.faults.add({
      fault: { kind: 'refuse', status: 400 },
      on: /^GET .*sub-users\/\d+$/,
      times: 2,
    });
    const view = await run({ kind: 'plan-cycle' });
    expect(cycleRead()?.missing).toBe(2);
    expect(reasons(view).filter((reason) => reason === 'failure')).toHaveLength(2);
  });

  test('is not requested if no renewal day is set', async () => {
    renewsOn(null);
    expect(await actions.startJob({ kind: 'plan-cycle' })).toMatchObject({
      ok: false,
      failure: { kind: 'invalid-input' },
    });
    expect(asked()).toBe(0);
    expect(account.store.getState().job).toBeNull();
  });

  test('is not stored for another account that signed in meanwhile', async () => {
    renewsOn(23);
    await actions.startJob({ kind: 'plan-cycle' });
    signInto(account.store, 'another');
    await untilEnded();
    expect(cycleRead()).toBeNull();
    expect(Object.values(account.store.getState().accounts).map((each) => each.cycleRead)).toEqual(
      Object.values(account.store.getState().accounts).map(() => null),
    );
  });
});
