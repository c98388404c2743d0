import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dayMs, dayOf } from '../../../electron/contract/day.ts';
import { type AlertRun, startAlerts, subUser } from '../../support/unit/alert-run.ts';
import { FakeClock } from '../../support/unit/fake-clock.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const unlimited = { limit: { kind: 'unlimited' } } as const;

/** Days of traffic, one GB each, from a moment in March on. */
const begin = Date.parse('2026-03-01T00:00:00Z');

test('a clock a day ahead, a day behind, or jumping in sleep: each threshold once, and no unusual day', async () => {
  const run = startAlerts({
    alerts: { limitThresholds: [40] },
    plan: { sizeGb: 100 },
    clock: new FakeClock(begin + hourMs),
  });
  // The hours that really passed, whatever the clock shows.
  let hours = 1;
  const jumps = new Map([
    [8 * 24, 24],
    [10 * 24, -48],
    [12 * 24, 24],
    [14 * 24 + 6, -24],
    [16 * 24, 240],
    [17 * 24, -240],
  ]);
  while (hours < 25 * 24) {
    await run.refresh({
      totalGb: hours / 24,
      subUsers: [
        subUser({ trafficGb: hours / 24, limit: { kind: 'gb', limitGb: 60 } }),
        subUser({ id: 2, username: 'free', trafficGb: hours / 24, ...unlimited }),
      ],
    });
    hours += 1;
    run.clock.jump(hourMs + (jumps.get(hours) ?? 0) * hourMs);
  }
  expect(run.titles()).toEqual(['crawler: 40% of the limit used']);
});

test('asleep over the rollover: the new month’s traffic is not added to the old one’s', async () => {
  const run = startAlerts({ clock: new FakeClock(begin + hourMs) });
  const read = (trafficGb: number, dateFrom = '2026-03-01') =>
    run.refresh({ totalGb: trafficGb, dateFrom, subUsers: [subUser({ trafficGb, ...unlimited })] });
  for (let day = 0; day < 20; day += 1) {
    await read(day);
    run.clock.jump(dayMs);
  }
  run.clock.jump(14 * dayMs);
  await read(2, '2026-04-01');
  run.clock.jump(hourMs);
  await read(2.1, '2026-04-01');
  expect(run.titles()).toEqual([]);
  const days = run.store.getState().accounts['3f1c']?.outlook?.days ?? [];
  // What the new month had by then was used in two weeks without readings: of no day in particular.
  expect(days.map(({ at }) => at)).toEqual(['2026-04-04']);
  expect(days[0]?.trafficGb).toBeCloseTo(0.1, 5);
});

/** Runs two weeks with 0.1 GB an hour from 8 to 23, read every 10 minutes from 8 to 18; `more` is what was used besides. */
async function runOffAtNight(more: (hours: number) => number): Promise<AlertRun> {
  const run = startAlerts({ alerts: { runOut: false }, clock: new FakeClock(begin) });
  for (let minutes = 0; minutes < 14 * 24 * 60; minutes += 10) {
    const [day, hour] = [Math.floor(minutes / 1440), (minutes % 1440) / 60];
    if (hour >= 8 && hour < 18) {
      const trafficGb = 1.5 * day + Math.min(1.5, (hour - 8) / 10) + more(minutes / 60);
      await run.refresh({ totalGb: trafficGb, subUsers: [subUser({ trafficGb, ...unlimited })] });
    }
    run.clock.jump(10 * minuteMs);
  }
  return run;
}

test('a burst that goes on after the computer is off is said once, by the day on which it began', async () => {
  const from = 9 * 24 + 16;
  const run = await runOffAtNight((hours) => Math.max(0, Math.min(hours - from, 8)) * 2);
  expect(run.titles()).toHaveLength(2);
  expect(run.titles()[0]).toMatch(/^Your account: .* since /);
  expect(run.titles()[1]).toMatch(/^crawler: .* since /);
  for (const { at: alertAt } of run.alerts()) expect(dayOf(alertAt)).toBe('2026-03-10');
}, 60_000);

test('a burst while the computer is off is said once, in the morning, since the last day began', async () => {
  const run = await runOffAtNight((hours) => (hours > 9 * 24 + 20 ? 12 : 0));
  expect(run.titles()).toHaveLength(2);
  for (const { at: alertAt, facts } of run.alerts()) {
    if (facts.rule !== 'unusual-day') throw new Error('Another rule was met.');
    expect(dayOf(alertAt)).toBe('2026-03-11');
    expect(facts.dayGb).toBeCloseTo(13.5, 1);
    expect(facts.sinceAt).toBe(begin + 9 * dayMs + 8 * hourMs);
  }
}, 60_000);

describe('a night with a clock change, in Vilnius', () => {
  const known = process.env.TZ;
  beforeAll(() => {
    process.env.TZ = 'Europe/Vilnius';
  });
  afterAll(() => {
    if (known === undefined) delete process.env.TZ;
    else process.env.TZ = known;
  });

  test.each([
    ['forward', '2026-03-01', '2026-03-28T12:00:00Z', '2026-03-29T04:00:00Z'],
    ['back', '2026-10-01', '2026-10-24T12:00:00Z', '2026-10-25T05:00:00Z'],
  ])(
    '%s: held until seven on the wall, and no day is lost, doubled or unusual',
    async (_way, month, noon, seven) => {
      const from = Date.parse(`${month}T00:00:00Z`);
      const run = startAlerts({
        alerts: { runOut: false, quietHours: { fromMinute: 22 * 60, toMinute: 7 * 60 } },
        clock: new FakeClock(Date.parse(noon) - 10 * dayMs),
      });
      const crossing = Date.parse(seven) - 6 * hourMs;
      const days = () => (run.clock.now() - from) / dayMs;
      const until = async (end: number) => {
        while (run.clock.now() < end) {
          const limit = { kind: 'gb', limitGb: run.clock.now() < crossing ? 1_000 : days() + 1 } as const;
          await run.refresh({
            totalGb: days(),
            dateFrom: month,
            subUsers: [subUser({ trafficGb: days(), limit })],
          });
          await run.clock.pass(30 * minuteMs);
        }
      };
      await until(Date.parse(seven) - 30 * minuteMs);
      await run.clock.pass(30 * minuteMs - 1);
      expect(run.titles()).toEqual([]);
      expect(run.log()).toEqual([{ rule: 'limit', delivery: 'held' }]);
      await run.clock.pass(1);
      expect(run.titles()).toHaveLength(1);
      expect(run.titles()[0]).toMatch(/^crawler: \d\d% of the limit used$/);
      await until(Date.parse(seven) + 40 * hourMs);
      expect(run.titles()).toHaveLength(1);
      const fullDays = run.store.getState().accounts['3f1c']?.outlook?.days.slice(1, -1) ?? [];
      expect(fullDays.length).toBeGreaterThan(9);
      for (const { trafficGb } of fullDays) expect(trafficGb).toBeCloseTo(1, 5);
      expect(new Set(fullDays.map(({ at }) => at)).size).toBe(fullDays.length);
    },
  );
});
