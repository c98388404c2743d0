import { describe, expect, test } from 'vitest';
import { dayMs } from '../../../electron/contract/day.ts';
import type { LinesFiles } from '../../../electron/storage/files.ts';
import { type Disk, memoryDisk, startAlerts, subUser } from '../../support/unit/alert-run.ts';
import { FakeClock } from '../../support/unit/fake-clock.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const quietRules = { runOut: false, unusualDay: false };

test('driven from 0 to 120% in small steps: one notification for each threshold', async () => {
  const run = startAlerts({ alerts: quietRules });
  for (let percent = 0; percent <= 120; percent += 0.5) {
    await run.refresh({ totalGb: 1, subUsers: [subUser({ trafficGb: percent / 10 })] });
    run.clock.jump(5 * minuteMs);
  }
  expect(run.titles()).toEqual([
    'crawler: 80% of the limit used',
    'crawler: 95% of the limit used',
    'crawler: 100% of the limit used',
  ]);
  expect(run.shown[0]?.body).toContain('8.00 GB of 10 GB');
  expect(run.log()).toEqual([1, 2, 3].map(() => ({ rule: 'limit', delivery: 'shown' })));
});

test('the next start repeats nothing; a raised limit and a new period alert again', async () => {
  const first = startAlerts({ alerts: quietRules });
  await first.refresh({ totalGb: 1, subUsers: [subUser({ trafficGb: 1 })] });
  first.clock.jump(hourMs);
  await first.refresh({ totalGb: 1, subUsers: [subUser({ trafficGb: 9.6 })] });
  expect(first.titles()).toEqual(['crawler: 96% of the limit used']);

  const next = startAlerts({ alerts: quietRules, clock: first.clock, disk: first.disk });
  expect(next.log()).toEqual([{ rule: 'limit', delivery: 'shown' }]);
  next.clock.jump(hourMs);
  await next.refresh({ totalGb: 1, subUsers: [subUser({ trafficGb: 9.7 })] });
  expect(next.titles()).toEqual([]);

  const raised = { limit: { kind: 'gb', limitGb: 20 } } as const;
  for (const trafficGb of [9.8, 15.9, 16.1, 19.1, 20.5]) {
    next.clock.jump(hourMs);
    await next.refresh({ totalGb: 1, subUsers: [subUser({ ...raised, trafficGb })] });
  }
  expect(next.titles()).toEqual(['80', '95', '102'].map((share) => `crawler: ${share}% of the limit used`));
  next.clock.jump(17 * dayMs);
  for (const trafficGb of [0.1, 16.2]) {
    next.clock.jump(dayMs);
    await next.refresh({
      totalGb: trafficGb,
      dateFrom: '2026-04-01',
      subUsers: [subUser({ ...raised, trafficGb })],
    });
  }
  expect(next.titles().slice(3)).toEqual(['crawler: 81% of the limit used']);
});

test('1,000 sub-users that cross at once are one summary and 1,000 log entries', async () => {
  const run = startAlerts({ alerts: quietRules });
  const people = (trafficGb: number) =>
    Array.from({ length: 1_000 }, (_, index) => subUser({ id: index + 1, username: `u${index}`, trafficGb }));
  await run.refresh({ totalGb: 1, subUsers: people(1) });
  run.clock.jump(5 * minuteMs);
  await run.refresh({ totalGb: 1, subUsers: people(9.6) });
  expect(run.shown).toMatchObject([
    { title: '1,000 alerts: 1,000 at 95%', body: 'u0, u1 and 998 more.', buttons: [] },
  ]);
  const { total, alerts } = run.store.getState().accounts['3f1c']?.alerts ?? { total: 0, alerts: [] };
  expect([total, alerts.length]).toEqual([1_000, 500]);
  expect(new Set(alerts.map(({ delivery }) => delivery))).toEqual(new Set(['summary']));
  await run.actions.exportRecord({ what: 'alerts' });
  expect(run.saved[0]?.text.trim().split('\r\n')).toHaveLength(1_001);
});

test('thresholds already crossed at the first sign-in are one summary; a single one has its own notification', async () => {
  const over = [1, 2].map((id) => subUser({ id, username: `u${id}`, trafficGb: 11 }));
  const two = startAlerts({ alerts: quietRules });
  await two.refresh({ totalGb: 1, subUsers: over });
  expect(two.titles()).toEqual(['2 alerts: 2 at 100%']);
  const one = startAlerts({ alerts: quietRules });
  await one.refresh({ totalGb: 1, subUsers: over.slice(1) });
  expect(one.titles()).toEqual(['u2: 110% of the limit used']);
});

test('the budget alerts at its percentages, and not without a budget', async () => {
  const run = startAlerts({ alerts: quietRules, plan: { sizeGb: 100 } });
  for (const totalGb of [40, 51, 79, 81, 94, 96, 101]) await run.refresh({ totalGb, subUsers: [] });
  expect(run.titles()).toEqual(
    ['51', '81', '96', '101'].map((share) => `Your account: ${share}% of the budget used`),
  );
  run.plan({ sizeGb: 200 });
  for (const totalGb of [102, 161]) await run.refresh({ totalGb, subUsers: [] });
  expect(run.titles().slice(4)).toEqual(['Your account: 80% of the budget used']);
  const none = startAlerts({ alerts: quietRules });
  await none.refresh({ totalGb: 1e6, subUsers: [] });
  expect(none.titles()).toEqual([]);
});

test('a plan with its own cycle alerts about the cycle, and not again when the month turns', async () => {
  const run = startAlerts({
    alerts: { ...quietRules, budgetThresholds: [100] },
    plan: { sizeGb: 100, renewsOn: 23 },
    clock: new FakeClock(Date.parse('2026-02-20T12:00:00Z')),
  });
  const day = async (totalGb: number, dateFrom: string) => {
    await run.refresh({ totalGb, dateFrom, subUsers: [] });
    run.clock.jump(dayMs);
  };
  // 160 GB in February, of which about 65 since the 23rd.
  for (const totalGb of [70, 80, 90, 100, 120, 140, 150, 155, 160]) await day(totalGb, '2026-02-01');
  expect(run.titles()).toEqual([]);
  for (const totalGb of [5, 10, 45, 50]) await day(totalGb, '2026-03-01');
  expect(run.titles()).toEqual([expect.stringMatching(/^Your account: 1[01]\d% of the budget used$/)]);
});

test('a correction downwards and back alerts once; so does a limit that flickers', async () => {
  const run = startAlerts({ alerts: quietRules });
  for (const trafficGb of [1, 8.1, 7.9, 8.1, 7.5, 8.2])
    await run.refresh({ totalGb: 1, subUsers: [subUser({ trafficGb })] });
  for (const limitGb of [10.01, 10, 10.02, 10])
    await run.refresh({
      totalGb: 1,
      subUsers: [subUser({ trafficGb: 8.005, limit: { kind: 'gb', limitGb } })],
    });
  expect(run.titles()).toEqual(['crawler: 81% of the limit used']);
});

test('no limit and a block are silent; a limit lowered below the usage alerts', async () => {
  const run = startAlerts({ alerts: quietRules });
  const limits = [
    { kind: 'unlimited' },
    { kind: 'blocked' },
    { kind: 'unknown' },
    { kind: 'gb', limitGb: 40 },
    { kind: 'gb', limitGb: 5 },
  ] as const;
  for (const limit of limits) {
    run.clock.jump(minuteMs);
    await run.refresh({ totalGb: 1, subUsers: [subUser({ trafficGb: 20, limit })] });
  }
  expect(run.titles()).toEqual(['crawler: 400% of the limit used']);
});

test('a sub-user that was deleted and created again under its name is a new one', async () => {
  const run = startAlerts({ alerts: quietRules });
  for (const [id, trafficGb] of [
    [1, 1],
    [1, 9],
    [2, 0],
    [2, 8.5],
  ] as const)
    await run.refresh({ totalGb: 1, subUsers: [subUser({ id, trafficGb })] });
  expect(run.titles()).toEqual(['90', '85'].map((share) => `crawler: ${share}% of the limit used`));
});

test('the vendor’s date_from is the rollover, whatever the local clock does', async () => {
  const run = startAlerts({ alerts: quietRules, clock: new FakeClock(Date.parse('2026-03-31T12:00:00Z')) });
  const read = (trafficGb: number, dateFrom: string) =>
    run.refresh({ totalGb: trafficGb, dateFrom, subUsers: [subUser({ trafficGb })] });
  await read(1, '2026-03-01');
  await read(8.5, '2026-03-01');
  for (const byMs of [dayMs, -2 * dayMs, dayMs, 8 * hourMs]) {
    run.clock.jump(byMs);
    await read(8.6, '2026-03-01');
  }
  expect(run.titles()).toHaveLength(1);
  // Two servers that disagree for a while must not bring the old period back.
  run.clock.jump(8 * hourMs);
  await read(0.1, '2026-04-01');
  await read(8.7, '2026-03-01');
  await read(0.2, '2026-04-01');
  await read(8.7, '2026-03-01');
  expect(run.titles()).toHaveLength(1);
  run.clock.jump(dayMs);
  await read(8.8, '2026-04-01');
  await read(8.7, '2026-03-01');
  await read(8.9, '2026-04-01');
  expect(run.titles()).toHaveLength(2);
});

test('while the list still has the old period’s traffic, the new one raises no alert', async () => {
  const run = startAlerts({ alerts: quietRules, clock: new FakeClock(Date.parse('2026-03-31T23:58:00Z')) });
  const read = async (trafficGb: number, dateFrom: string) => {
    run.clock.jump(5 * minuteMs);
    const totalGb = dateFrom === '2026-03-01' ? trafficGb : 0.2;
    await run.refresh({ totalGb, dateFrom, subUsers: [subUser({ trafficGb })] });
  };
  await read(1, '2026-03-01');
  await read(9.9, '2026-03-01');
  for (const lagging of [9.9, 9.9, 9.9]) await read(lagging, '2026-04-01');
  await read(0.1, '2026-04-01');
  expect(run.titles()).toHaveLength(1);
  run.clock.jump(dayMs);
  await read(8.1, '2026-04-01');
  expect(run.titles()).toHaveLength(2);
});

test('a lifetime sub-user does not alert again in a new period', async () => {
  const run = startAlerts({ alerts: quietRules });
  for (const dateFrom of ['2026-03-01', '2026-03-01', '2026-04-01', '2026-05-01']) {
    run.clock.jump(dayMs);
    await run.refresh({ totalGb: 1, dateFrom, subUsers: [subUser({ lifetime: true, trafficGb: 9 })] });
  }
  expect(run.titles()).toHaveLength(1);
});

test('over its limit and still running alerts once, instead of the full limit', async () => {
  const run = startAlerts({ alerts: quietRules });
  for (const trafficGb of [1, 9.9, 10.5, 11, 12])
    await run.refresh({ totalGb: 1, subUsers: [subUser({ trafficGb, disablesAtLimit: false })] });
  expect(run.titles()).toEqual(['crawler: 99% of the limit used', 'crawler: over limit, not stopped (105%)']);
});

test('a sub-user disabled by Oxylabs alerts once, one disabled by the app does not', async () => {
  const run = startAlerts({ alerts: quietRules });
  const three = (status: 'active' | 'disabled', listed = true) =>
    [1, 2, 3].map((id) =>
      subUser({
        id,
        username: `u${id}`,
        trafficGb: id === 3 ? 0.1 : 9.7,
        status,
        listed: listed || id === 2,
      }),
    );
  run.settings({ limitThresholds: [] });
  await run.refresh({ totalGb: 1, subUsers: three('active') });
  run.monitor.noteDisabling(2, true);
  // The list that was being read still has it active.
  await run.refresh({ totalGb: 1, subUsers: three('active') });
  run.clock.jump(minuteMs);
  for (const minutes of [1, 5, 5, 5, 5, 360]) {
    expect(run.titles()).toEqual([]);
    run.clock.jump(minutes * minuteMs);
    await run.refresh({ totalGb: 1, subUsers: three('disabled', false) });
  }
  // u3 left the list without having been near its limit, so it may have been deleted, or the list is short.
  expect(run.titles()).toEqual(['u1: probably disabled by Oxylabs']);
  expect(run.shown[0]?.body).toContain('Oxylabs no longer lists this sub-user.');
});

test('a limit that will run out alerts with the likely and the earliest day, once, and not in the last day', async () => {
  const begin = Date.parse('2026-03-01T00:00:00Z');
  const run = startAlerts({ alerts: { unusualDay: false }, clock: new FakeClock(begin) });
  for (let day = 0; day <= 12; day += 1) {
    await run.refresh({ totalGb: 1, subUsers: [subUser({ trafficGb: day * 0.5 })] });
    run.clock.jump(dayMs);
  }
  expect(run.titles()).toHaveLength(1);
  expect(run.titles()[0]).toMatch(/^crawler: predicted to run out on (?:1[6-9]|2[0-4]) Mar$/);
  const facts = run.alerts()[0]?.facts;
  if (facts?.rule !== 'will-run-out') throw new Error('Another rule was met.');
  expect(facts.earliestAt ?? 0).toBeGreaterThan(begin);
  expect(facts.earliestAt ?? 0).toBeLessThan(facts.expectedAt);
  const late = startAlerts({ alerts: { unusualDay: false }, clock: new FakeClock(begin) });
  for (let day = 0; day <= 12; day += 1) {
    await late.refresh({ totalGb: 1, subUsers: [subUser({ trafficGb: day / 3.05 })] });
    late.clock.jump(dayMs);
  }
  expect(late.titles()).toEqual([]);
});

test('a budget that will run out alerts with the likely and the earliest day, once', async () => {
  const begin = Date.parse('2026-03-01T00:00:00Z');
  const run = startAlerts({
    alerts: { unusualDay: false },
    plan: { sizeGb: 10 },
    clock: new FakeClock(begin),
  });
  for (let day = 0; day <= 9; day += 1) {
    await run.refresh({ totalGb: day * 0.5, subUsers: [] });
    run.clock.jump(dayMs);
  }
  expect(run.titles()).toHaveLength(1);
  expect(run.titles()[0]).toMatch(/ predicted to run out on (?:1[6-9]|2[0-4]) Mar$/);
  const facts = run.alerts()[0]?.facts;
  if (facts?.rule !== 'will-run-out') throw new Error('Another rule was met.');
  expect(facts.earliestAt ?? 0).toBeGreaterThan(begin);
  expect(facts.earliestAt ?? 0).toBeLessThan(facts.expectedAt);
});

test('each sub-user is judged by its own days: of three, one will run out and one has an unusual day', async () => {
  const run = startAlerts({ clock: new FakeClock(Date.parse('2026-03-01T00:00:00Z')) });
  const people = (day: number, more = 0) => [
    subUser({ id: 1, username: 'slow', trafficGb: day / 10 }),
    subUser({ id: 2, username: 'fast', trafficGb: day * 0.5 }),
    subUser({ id: 3, username: 'sudden', trafficGb: day + more, limit: { kind: 'unlimited' } }),
  ];
  for (let day = 0; day <= 9; day += 1) {
    await run.refresh({ totalGb: 1, subUsers: people(day) });
    run.clock.jump(dayMs);
  }
  await run.refresh({ totalGb: 1, subUsers: people(10, 6) });
  expect(run.titles().map((title) => title.split(':')[0])).toEqual(['fast']);
  run.clock.jump(hourMs);
  await run.refresh({ totalGb: 1, subUsers: people(10, 10) });
  expect(run.titles().map((title) => title.split(':')[0])).toEqual(['fast', 'sudden']);
});

test('an unusual day alerts once that day, above a minimum, compared with a normal one', async () => {
  const begin = Date.parse('2026-03-01T00:00:00Z');
  const run = startAlerts({ alerts: { runOut: false }, clock: new FakeClock(begin) });
  const people = (trafficGb: number) => [
    subUser({ trafficGb, limit: { kind: 'unlimited' } }),
    subUser({ id: 2, username: 'tiny', trafficGb: trafficGb / 1000, limit: { kind: 'unlimited' } }),
  ];
  for (let day = 0; day <= 8; day += 1) {
    await run.refresh({ totalGb: 1, subUsers: people(day) });
    run.clock.jump(dayMs);
  }
  await run.refresh({ totalGb: 1, subUsers: people(9) });
  for (const more of [2, 4, 6]) {
    run.clock.jump(hourMs);
    await run.refresh({ totalGb: 1, subUsers: people(9 + more) });
  }
  expect(run.titles()).toEqual(['crawler: 4.00 GB today']);
  expect(run.shown[0]?.body).toBe('400% of the usual 1.00 GB a day.');
});

test('the reset of the period alerts if the setting is on', async () => {
  for (const periodReset of [true, false]) {
    const clock = new FakeClock(Date.parse('2026-04-01T08:00:00Z'));
    const run = startAlerts({ alerts: { ...quietRules, periodReset }, clock });
    for (const dateFrom of ['2026-03-01', '2026-04-01', '2026-04-01'])
      await run.refresh({ totalGb: 1, dateFrom, subUsers: [] });
    expect(run.titles()).toEqual(periodReset ? ['A new period has begun'] : []);
  }
});

test('in quiet hours alerts are held, and shown as one afterwards', async () => {
  const noon = new Date(2026, 2, 15, 12).getTime();
  const run = startAlerts({
    alerts: { ...quietRules, quietHours: { fromMinute: 11 * 60, toMinute: 13 * 60 } },
    clock: new FakeClock(noon),
  });
  await run.refresh({ totalGb: 1, subUsers: [subUser({ trafficGb: 1 })] });
  for (const trafficGb of [8.1, 9.6]) {
    run.clock.jump(minuteMs);
    await run.refresh({ totalGb: 1, subUsers: [subUser({ trafficGb })] });
  }
  expect(run.titles()).toEqual([]);
  expect(run.log().map(({ delivery }) => delivery)).toEqual(['held', 'held']);
  await run.clock.pass(hourMs);
  expect(run.titles()).toEqual(['2 alerts: 1 at 95%, 1 at 80%']);
  expect(run.log().map(({ delivery }) => delivery)).toEqual(['summary', 'summary']);
});

test('a pause holds alerts until it ends or is cancelled, across restarts', async () => {
  const clock = new FakeClock();
  const run = startAlerts({ alerts: { ...quietRules, pausedUntil: clock.now() + hourMs }, clock });
  await run.refresh({ totalGb: 1, subUsers: [subUser({ trafficGb: 9 })] });
  run.monitor.stop();
  const next = startAlerts({
    clock,
    disk: run.disk,
    alerts: { ...quietRules, pausedUntil: clock.now() + hourMs },
  });
  await clock.pass(30 * minuteMs);
  expect(next.titles()).toEqual([]);
  next.settings({ pausedUntil: null });
  await clock.pass(1);
  expect(next.titles()).toEqual(['crawler: 90% of the limit used']);
  expect(next.log()).toEqual([{ rule: 'limit', delivery: 'shown' }]);
});

test('a muted sub-user is in the log and nowhere else; Mute on a notification mutes its sub-user', async () => {
  const run = startAlerts({ alerts: quietRules });
  await run.refresh({ totalGb: 1, subUsers: [subUser({ trafficGb: 8.5 })] });
  expect(run.shown[0]?.buttons).toEqual(['raise', 'mute']);
  run.shown[0]?.act('mute');
  run.clock.jump(minuteMs);
  await run.refresh({ totalGb: 1, subUsers: [subUser({ trafficGb: 9.6 })] });
  expect(run.titles()).toHaveLength(1);
  expect(run.log().map(({ delivery }) => delivery)).toEqual(['muted', 'shown']);
});

test('a click opens the sub-user, Raise limit its form, and a summary the log', async () => {
  const run = startAlerts({ alerts: quietRules });
  await run.refresh({ totalGb: 1, subUsers: [subUser({ trafficGb: 8.5 })] });
  run.shown[0]?.act('open');
  expect(run.store.getState().navigation).toEqual({
    nonce: 1,
    target: { kind: 'sub-user', id: 1, what: 'usage' },
  });
  run.shown[0]?.act('raise');
  expect(run.store.getState().navigation).toMatchObject({ nonce: 2, target: { what: 'raise' } });
  expect(run.managerShown()).toBe(2);
  await run.actions.navigationTaken({ nonce: 1 });
  expect(run.store.getState().navigation).not.toBeNull();
  await run.actions.navigationTaken({ nonce: 2 });
  expect(run.store.getState().navigation).toBeNull();
});

test('a notification that the system did not answer is logged and not repeated', async () => {
  const run = startAlerts({ alerts: quietRules });
  run.daemon.outcome = 'unanswered';
  await run.refresh({ totalGb: 1, subUsers: [subUser({ trafficGb: 8.5 })] });
  expect(run.log()).toEqual([{ rule: 'limit', delivery: 'unanswered' }]);
  const next = startAlerts({ alerts: quietRules, clock: run.clock, disk: run.disk });
  next.clock.jump(minuteMs);
  await next.refresh({ totalGb: 1, subUsers: [subUser({ trafficGb: 8.6 })] });
  expect(next.titles()).toEqual([]);
  expect(next.log()).toEqual([{ rule: 'limit', delivery: 'unanswered' }]);
});

describe('the system refuses notifications, as at login before its service is there', () => {
  const refused = async () => {
    const run = startAlerts({ alerts: quietRules });
    run.daemon.outcome = 'failed';
    const two = (trafficGb: number) => [1, 2].map((id) => subUser({ id, username: `u${id}`, trafficGb }));
    const refresh = async (trafficGb: number) => {
      run.clock.jump(5 * minuteMs);
      run.shown.length = 0;
      await run.refresh({ totalGb: 1, subUsers: two(trafficGb) });
    };
    await refresh(1);
    await refresh(8.5);
    return { run, refresh };
  };

  test('once it accepts them, they are shown as one, once', async () => {
    const { run, refresh } = await refused();
    expect(run.log().map(({ delivery }) => delivery)).toEqual(['failed', 'failed']);
    run.daemon.outcome = 'shown';
    await refresh(8.6);
    expect(run.titles()).toEqual(['2 alerts: 2 at 80%']);
    expect(run.log().map(({ delivery }) => delivery)).toEqual(['summary', 'summary']);
    await refresh(8.7);
    expect(run.titles()).toEqual([]);
  });

  test('one that it accepts shows that it is there, so the others need not wait', async () => {
    const { run, refresh } = await refused();
    for (let time = 0; time < 20; time += 1) await refresh(8.6);
    run.daemon.outcome = 'shown';
    await refresh(9.6);
    expect(run.titles()).toEqual(['u1: 96% of the limit used', 'u2: 96% of the limit used']);
    await refresh(9.7);
    expect(run.titles()).toEqual(['2 alerts: 2 at 80%']);
  });

  test('the next start shows them too, but none that is older than a day', async () => {
    const { run } = await refused();
    const next = async (laterMs: number) => {
      run.clock.jump(laterMs);
      const started = startAlerts({ alerts: quietRules, clock: run.clock, disk: run.disk });
      started.daemon.outcome = 'failed';
      await started.refresh({ totalGb: 1, subUsers: [] });
      return started.titles();
    };
    expect(await next(hourMs)).toEqual(['2 alerts: 2 at 80%']);
    expect(await next(dayMs)).toEqual([]);
  });

  test('while alerts are paused, none is tried', async () => {
    const { run, refresh } = await refused();
    run.daemon.outcome = 'shown';
    run.settings({ pausedUntil: run.clock.now() + 8 * hourMs });
    for (let time = 0; time < 3; time += 1) await refresh(8.6);
    expect(run.titles()).toEqual([]);
    run.settings({ pausedUntil: null });
    await refresh(8.7);
    expect(run.titles()).toEqual(['2 alerts: 2 at 80%']);
  });

  test('while it refuses, it is tried again less and less often', async () => {
    const { run, refresh } = await refused();
    let tries = 0;
    for (let time = 0; time < 200; time += 1) {
      await refresh(8.6);
      tries += run.titles().length;
    }
    expect(tries).toBe(7);
  });
});

test('forgetting an account erases its history, its log and what it alerted to', async () => {
  const run = startAlerts({ alerts: quietRules });
  await run.refresh({ totalGb: 1, subUsers: [subUser({ trafficGb: 8.5 })] });
  run.monitor.forget('3f1c');
  expect([...run.disk.history.names(), ...run.disk.alerts.names()]).toEqual([]);
  expect(run.disk.memories.read('3f1c.json')).toBeNull();
});

test('the history is exported with usernames', async () => {
  const run = startAlerts({ alerts: quietRules });
  await run.refresh({ totalGb: 5, subUsers: [subUser({ trafficGb: 1 })] });
  run.clock.jump(dayMs);
  await run.refresh({ totalGb: 6, subUsers: [subUser({ trafficGb: 1 })] });
  await run.actions.exportRecord({ what: 'history' });
  expect(run.saved[0]?.text.trim().split('\r\n')).toEqual([
    'Time (UTC),Period from,Sub-user id,Sub-user,Traffic (GB)',
    '2026-03-15T12:00:00.000Z,2026-03-01,,,5',
    '2026-03-15T12:00:00.000Z,2026-03-01,1,crawler,1',
    '2026-03-16T12:00:00.000Z,2026-03-01,,,6',
    '2026-03-16T12:00:00.000Z,2026-03-01,1,crawler,1',
  ]);
});

test('killed at any write: the next start notifies once, or the log says that the notification may have been shown', async () => {
  for (let writes = 0; writes <= 12; writes += 1) {
    const clock = new FakeClock();
    const disk = memoryDisk();
    const dying = diesAfter(disk, writes);
    const first = startAlerts({ alerts: quietRules, clock, disk: dying.disk });
    const shown: string[] = [];
    for (const trafficGb of [1, 8.5]) {
      await first.refresh({ totalGb: 1, subUsers: [subUser({ trafficGb })] });
      if (!dying.dead()) shown.push(...first.titles().slice(shown.length));
      clock.jump(hourMs);
    }
    const next = startAlerts({ alerts: quietRules, clock, disk });
    for (const trafficGb of [8.6, 8.7])
      await next.refresh({ totalGb: 1, subUsers: [subUser({ trafficGb })] });
    const log = next.log();
    expect(log, `after ${writes} writes`).toHaveLength(1);
    shown.push(...next.titles());
    if (log[0]?.delivery === 'unanswered') expect(shown.length).toBeLessThanOrEqual(1);
    else expect([log[0]?.delivery, shown.length], `after ${writes} writes`).toEqual(['shown', 1]);
  }
});

test('a lost alert memory removes nothing from the log', async () => {
  const run = startAlerts({ alerts: quietRules });
  for (const trafficGb of [1, 8.5]) await run.refresh({ totalGb: 1, subUsers: [subUser({ trafficGb })] });
  run.disk.memories.sweep(() => false);
  const next = startAlerts({ alerts: quietRules, clock: run.clock, disk: run.disk });
  expect(next.log()).toEqual([{ rule: 'limit', delivery: 'shown' }]);
});

/** Returns files that accept a number of writes and then none, like those of an app that was killed. */
function diesAfter(disk: Disk, writes: number): { disk: Disk; dead: () => boolean } {
  let left = writes;
  const alive =
    <Words extends unknown[]>(write: (...words: Words) => void) =>
    (...words: Words): void => {
      left -= 1;
      if (left >= 0) write(...words);
    };
  const lines = (files: LinesFiles): LinesFiles => ({
    ...files,
    append: alive(files.append),
    replace: alive(files.replace),
  });
  return {
    disk: {
      history: lines(disk.history),
      alerts: lines(disk.alerts),
      memories: { ...disk.memories, write: alive(disk.memories.write) },
    },
    dead: () => left < 0,
  };
}
