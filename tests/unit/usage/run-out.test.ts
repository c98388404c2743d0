import { expect, test } from 'vitest';
import { dayMs } from '../../../electron/contract/day.ts';
import { accountState } from '../../../electron/monitor/state.ts';
import { ForecastTurns } from '../../../electron/usage/alerts/forecast-turns.ts';
import { mayRunOut, reachOf } from '../../../electron/usage/alerts/run-out.ts';
import { forecast } from '../../../electron/usage/forecast/forecast.ts';
import { accountId } from '../../../renderer/gallery/snapshot.ts';
import { startAlerts, subUser } from '../../support/unit/alert-run.ts';
import { FakeClock } from '../../support/unit/fake-clock.ts';
import { replay } from '../../support/unit/replayed-forecasts.ts';

test('no limit that a forecast says runs out is left out before it, and most of those far away are', () => {
  const found = { runOut: 0, leftOut: 0, far: 0, farLeftOut: 0 };
  replay(
    (samples, { fromMs, toMs }) => {
      const input = { samples, fromMs, toMs, limitGb: null };
      const said = forecast(input);
      if (said.kind !== 'forecast') return said;
      const usedGb = samples.at(-1)?.gb ?? 0;
      for (const share of [0.9, 1, 1.2]) {
        const near = { ...input, limitGb: usedGb + (said.lowGb - usedGb) * share };
        if (reachOf(near)?.runsOut !== true) continue;
        found.runOut += 1;
        if (!mayRunOut(near)) found.leftOut += 1;
      }
      found.far += 1;
      if (!mayRunOut({ ...input, limitGb: usedGb + 8 * (said.endGb - usedGb) })) found.farLeftOut += 1;
      return said;
    },
    { months: 15, seed: 20_261_126, all: false },
  );
  const { runOut, leftOut, far, farLeftOut } = found;
  process.stdout.write(`${runOut} run out, ${leftOut} of them left out; ${farLeftOut} of ${far} far ones\n`);
  expect(leftOut).toBe(0);
  expect(runOut).toBeGreaterThan(200);
  expect(farLeftOut).toBeGreaterThan(far / 3);
}, 60_000);

test('of 350 that are forecast, a hundred at most are in a refresh, and each once before one is again', () => {
  const turns = new ForecastTurns();
  const all = Array.from({ length: 350 }, (_, id) => id);
  const counts = new Map<number, number>();
  for (let refresh = 0; refresh < 4; refresh += 1) {
    turns.begin();
    const taken = all.filter((id) => turns.take(id));
    expect(taken.length).toBeLessThanOrEqual(100);
    expect(taken.filter((id) => turns.take(id))).toEqual(taken);
    for (const id of taken) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  expect([...counts.values()]).toEqual(all.map(() => 1));
});

test('few are forecast in each refresh', () => {
  const turns = new ForecastTurns();
  for (let refresh = 0; refresh < 3; refresh += 1) {
    turns.begin();
    expect([1, 2, 3].filter((id) => turns.take(id))).toEqual([1, 2, 3]);
  }
});

test('the first hundred alerts of a refresh have the date of a forecast', () => {
  const turns = new ForecastTurns();
  for (let refresh = 0; refresh < 2; refresh += 1) {
    turns.begin();
    const dated = Array.from({ length: 250 }, () => turns.takeDate());
    expect(dated).toEqual(dated.map((_, index) => index < 100));
  }
});

/** Runs a refresh with sub-users that use a GB a day of a limit. */
async function manyRunningOut(count: number) {
  const run = startAlerts({
    alerts: { unusualDay: false },
    clock: new FakeClock(Date.parse('2026-03-01T00:00:00Z')),
  });
  const refresh = (day: number, limitGb: number) =>
    run.refresh({
      totalGb: 1,
      subUsers: Array.from({ length: count }, (_, index) =>
        subUser({
          id: index + 1,
          username: `u${index}`,
          trafficGb: day,
          limit: { kind: 'gb', limitGb },
        }),
      ),
    });
  for (let day = 4; day < 10; day += 1) {
    await refresh(day, 1_000);
    run.clock.jump(dayMs);
  }
  return {
    run,
    refresh: (limitGb: number) => refresh(10, limitGb),
    alerts: () => accountState(run.store.getState(), accountId).alerts.total,
  };
}

test('all of 250 that run out alert once within three refreshes', async () => {
  const { run, refresh, alerts } = await manyRunningOut(250);
  const counts: number[] = [];
  for (let time = 0; time < 5; time += 1) {
    await refresh(15);
    counts.push(alerts());
    run.clock.jump(60_000);
  }
  expect(counts).toEqual([100, 200, 250, 250, 250]);
}, 60_000);

test('where many limits are passed at once, all alert and a hundred say when they are reached', async () => {
  const { run, refresh } = await manyRunningOut(250);
  await refresh(12);
  const dates = run.alerts().map(({ facts }) => ('expectedAt' in facts ? facts.expectedAt : null));
  expect([dates.length, dates.filter((date) => date !== null).length]).toEqual([250, 100]);
}, 60_000);

test('a limit that was raised and still runs out does not alert again, also where its forecast waits', async () => {
  const { run, refresh, alerts } = await manyRunningOut(250);
  for (const limitGb of [15, 15, 15, 16, 16, 16, 16, 16]) {
    await refresh(limitGb);
    run.clock.jump(60_000);
  }
  expect(alerts()).toBe(250);
  // Raised out of reach, the alert comes again at the next limit that is not.
  for (const limitGb of [500, 500, 500, 17, 17, 17]) {
    await refresh(limitGb);
    run.clock.jump(60_000);
  }
  expect(alerts()).toBe(500);
}, 60_000);
