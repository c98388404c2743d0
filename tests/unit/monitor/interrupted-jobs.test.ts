import { beforeEach, describe, expect, test } from 'vitest';
import type { JobOrder } from '../../../electron/contract/job.ts';
import { accountState } from '../../../electron/monitor/state.ts';
import { FakeClock, whilePassing } from '../../support/unit/fake-clock.ts';
import { Computer } from '../../support/unit/write-model/computer.ts';
import { ModelService } from '../../support/unit/write-model/service.ts';

/** Such a chance makes no fault and no edit. */
const calm = () => 0.5;
let clock: FakeClock;
let service: ModelService;
let computer: Computer;

beforeEach(async () => {
  clock = new FakeClock();
  service = new ModelService(clock, calm, 9);
  computer = new Computer({ name: 'one', service, clock, random: calm });
  await computer.start(Number.POSITIVE_INFINITY);
  await pass(1_000);
});

const create: JobOrder = {
  kind: 'create',
  subUsers: Array.from({ length: 8 }, (_, index) => ({
    username: `new_${index}`,
    password: null,
    limitGb: 5,
    lifetime: false,
    disablesAtLimit: true,
  })),
};
const commands = () => computer.run.monitor.commands;
const outcomes = () => new Set(computer.job()?.results.map(({ outcome }) => outcome));

/** Passes time in small steps, with room for all promises in each. */
async function pass(ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= 10) await clock.pass(10);
}

async function restart(): Promise<void> {
  await computer.start(Number.POSITIVE_INFINITY);
  await pass(100);
}

/** Orders, is killed after a number of writes and requests, and starts again. */
async function cut(order: JobOrder, points: number): Promise<void> {
  await computer.start(points);
  await commands().refresh();
  computer.order(order);
  await pass(1_000);
  expect(computer.dead).toBe(true);
  await restart();
}

describe('after a kill in the middle of a creation', () => {
  beforeEach(() => cut(create, 40));

  test('the next start shows what was done, what not and what is not known, and the manager', () => {
    expect(computer.job()?.state).toBe('interrupted');
    expect(outcomes()).toEqual(new Set(['done', 'unknown', 'not-sent']));
    expect(computer.run.desktop.managerShown).toBe(1);
  });

  test('no other task begins', async () => {
    expect(await commands().startJob(create)).toEqual({ ok: false, failure: { kind: 'job-open' } });
  });

  test('its passwords can be saved before it goes on', async () => {
    await commands().saveJobResults();
    const text = computer.run.desktop.saved[0]?.text ?? '';
    const made = [...service.people.values()].filter(({ username }) => username.startsWith('new_'));
    expect(made.length).toBeGreaterThan(0);
    for (const { password } of made) expect(text).toContain(password);
  });

  test('passwords that come after a save have to be saved, too', async () => {
    await commands().saveJobResults();
    expect(computer.job()?.unsavedPasswords).toBe(0);
    await whilePassing(clock, commands().continueJob());
    await pass(20_000);
    expect(computer.job()).toMatchObject({ state: 'ended', unsavedPasswords: 8 });
  });

  test('closed, it is forgotten with its passwords', async () => {
    await commands().closeJob();
    await restart();
    expect(computer.job()).toBeNull();
    expect(computer.disk.jobs.read('acc.json')).toBeNull();
    expect(computer.disk.jobSteps.names()).toEqual([]);
  });

  test('a keyring that does not answer keeps it from going on, and loses nothing', async () => {
    const refused = { ok: false, failure: { kind: 'keyring-silent' } };
    computer.keychain.behave = 'silent';
    await restart();
    expect(await commands().continueJob()).toEqual(refused);
    expect(await commands().saveJobResults()).toEqual(refused);
    computer.keychain.behave = 'well';
    expect((await whilePassing(clock, commands().continueJob())).ok).toBe(true);
  });

  test('signed out, it waits for its account', async () => {
    await commands().signOut();
    expect(computer.job()).toBeNull();
    await commands().signIn({ username: 'main', password: 'Abcdefgh_1' });
    await pass(10);
    expect(computer.job()?.state).toBe('interrupted');
  });

  test('with the account, it is forgotten', async () => {
    await commands().forgetAccount({ accountId: 'acc' });
    await commands().signIn({ username: 'main', password: 'Abcdefgh_1' });
    await pass(10);
    expect(computer.job()).toBeNull();
  });

  test('it is continued, and shown again at the next start until it is closed', async () => {
    await whilePassing(clock, commands().continueJob());
    await pass(20_000);
    expect(computer.job()?.state).toBe('ended');
    expect([...service.people.values()].filter(({ username }) => username.startsWith('new_'))).toHaveLength(
      8,
    );
    await restart();
    expect(computer.job()).toMatchObject({ state: 'ended', unsavedPasswords: 8 });
  });
});

test('steps that are torn, foreign or of an older job are left out', async () => {
  await cut(create, 40);
  const before = computer.job()?.results;
  const { jobSteps } = computer.disk;
  const ended = { step: 'ended', row: 7, id: 1, outcome: 'done', reason: null };
  jobSteps.append('acc.jsonl', ['{"job":', '[]', JSON.stringify({ job: 'older', ...ended })]);
  await restart();
  expect(computer.job()?.results).toEqual(before);
});

test('what a killed job deleted does not come back as disabled', async () => {
  const ids = [...service.people.keys()].slice(1);
  await cut({ kind: 'delete', ids, confirmed: ids.length }, 48);
  await commands().refresh();
  await pass(1_000);
  const { store } = computer.run.monitor;
  const rows = accountState(store.getState(), 'acc').subUsers?.value.subUsers ?? [];
  expect(service.people.size).toBeLessThan(9);
  const done = computer.job()?.results.filter(({ outcome }) => outcome === 'done') ?? [];
  expect(done.length).toBeGreaterThan(0);
  expect(rows.map(({ username }) => username)).toEqual(
    [...service.people.values()].map(({ username }) => username),
  );
});

test('without a keyring the passwords of the cut run are reported as lost', async () => {
  computer.keychain.behave = 'none';
  await cut(create, 44);
  const reasons = computer.job()?.results.map(({ reason }) => reason?.kind);
  expect(new Set(reasons)).toEqual(new Set(['password-lost', 'cut-off', 'interrupted']));
  expect(computer.job()?.unsavedPasswords).toBe(0);
});

test('the first of two lines with one name decides the password, whatever the name', async () => {
  const line = { limitGb: 5, lifetime: false, disablesAtLimit: true };
  const subUsers = [
    { ...line, username: '__proto__', password: 'First_password_1' },
    { ...line, username: '__proto__', password: 'Second_password_2' },
    { ...line, username: 'constructor', password: null },
  ];
  computer.order({ kind: 'create', subUsers });
  await pass(10_000);
  expect(service.byName('__proto__')?.password).toBe('First_password_1');
  await restart();
  await commands().saveJobResults();
  expect(computer.run.desktop.saved[0]?.text).toContain(service.byName('constructor')?.password);
});
