import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FakeClock } from '../../support/fake-clock.ts';
import { startWatch, subUser } from '../../support/watching.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const unlimited = { limit: { kind: 'unlimited' } } as const;

/** Days of traffic, a GB each, at a moment of March. */
const begin = Date.parse('2026-03-01T00:00:00Z');

test('a clock that is a day ahead, a day behind, or jumps while asleep: each threshold once, and no day is unusual', async () => {
  const run = startWatch({
    alerts: { budgetGb: 100, limitThresholds: [40] },
    clock: new FakeClock(begin + hourMs),
  });
  // What truly passed, whatever the clock says.
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
  expect(run.titles()).toEqual(['crawler: 40 % of the limit used']);
});

test('asleep over the rollover: what the new month has used is not counted beside the old one', async () => {
  const run = startWatch({ clock: new FakeClock(begin + hourMs) });
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
  expect(days.map(({ at }) => at)).toEqual(['2026-04-01', '2026-04-02', '2026-04-03', '2026-04-04']);
  // Two weeks of which nothing was read share what the new month had by then.
  const sum = days.reduce((total, { trafficGb }) => total + trafficGb, 0);
  expect(sum).toBeGreaterThan(0.3);
  expect(sum).toBeLessThan(1);
});

describe('a night in which the clocks change, in Vilnius', () => {
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
      const run = startWatch({
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
      expect(run.titles()[0]).toMatch(/^crawler: \d\d % of the limit used$/);
      await until(Date.parse(seven) + 40 * hourMs);
      expect(run.titles()).toHaveLength(1);
      const told = run.store.getState().accounts['3f1c']?.outlook?.days.slice(1, -1) ?? [];
      expect(told.length).toBeGreaterThan(9);
      for (const { trafficGb } of told) expect(trafficGb).toBeCloseTo(1, 5);
      expect(new Set(told.map(({ at }) => at)).size).toBe(told.length);
    },
  );
});
