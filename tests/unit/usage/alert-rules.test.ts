import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alertSettingsSchema, defaultAlertSettings } from '../../../electron/contract/alert-settings.ts';
import { dayMs, dayOf, startOfDay } from '../../../electron/contract/day.ts';
import type { SubUser } from '../../../electron/contract/sub-user.ts';
import { believedPeriod } from '../../../electron/usage/alerts/believed-period.ts';
import { evaluate, type Finding } from '../../../electron/usage/alerts/evaluate.ts';
import {
  type AlertMemory,
  alertMemorySchema,
  emptyAlertMemory,
} from '../../../electron/usage/alerts/memory.ts';
import type { Observation } from '../../../electron/usage/alerts/observe.ts';
import { forecast, likelyReach } from '../../../electron/usage/forecast/forecast.ts';
import type { LatestDays } from '../../../electron/usage/outlook.ts';
import { subUser } from '../../support/unit/alert-run.ts';
import { amount } from '../../support/unit/amount.ts';
import { atOnce } from '../../support/unit/at-once.ts';

const evaluated = (...of: Parameters<typeof evaluate>) => atOnce(evaluate(...of));

const begin = Date.parse('2026-03-15T12:00:00Z');

const gb = fc.integer({ min: 0, max: 300 }).map((tenths) => tenths / 10);
const limit: fc.Arbitrary<SubUser['limit']> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.integer({ min: 1, max: 30 }).map((limitGb) => ({ kind: 'gb' as const, limitGb })),
  },
  fc.constantFrom({ kind: 'unlimited' as const }, { kind: 'blocked' as const }, { kind: 'unknown' as const }),
);
const person = fc.record({
  id: fc.integer({ min: 1, max: 5 }),
  trafficGb: fc.option(gb),
  limit,
  status: fc.constantFrom('active' as const, 'disabled' as const, 'unknown' as const),
  disablesAtLimit: fc.constantFrom(true, false, null),
  lifetime: fc.constantFrom(true, false, null),
  listed: fc.boolean(),
});
const settings = fc
  .record({
    budgetThresholds: fc.array(fc.integer({ min: 1, max: 200 }), { maxLength: 4 }),
    limitThresholds: fc.array(fc.integer({ min: 1, max: 200 }), { maxLength: 4 }),
    runOut: fc.boolean(),
    unusualDay: fc.boolean(),
    periodReset: fc.boolean(),
  })
  .map((each) => alertSettingsSchema.parse({ ...defaultAlertSettings, ...each }));
const reach = fc.option(
  fc.record({
    at: fc.constant(begin + 5 * dayMs),
    earliestAt: fc.constant(begin + 3 * dayMs),
    runsOut: fc.boolean(),
  }),
);
const day = fc.option(fc.record({ dayGb: gb, normalGb: gb, beforeGb: fc.option(gb) }));

/** Generates anything that a refresh may read, even what no real service would send. */
const reading = fc.record({
  hours: fc.integer({ min: -30, max: 100 }),
  settings,
  dateFrom: fc.constantFrom(null, '2026-02-01', '2026-03-01', '2026-04-01'),
  accountGb: fc.option(gb),
  budgetGb: fc.option(fc.integer({ min: 1, max: 30 })),
  people: fc.option(fc.uniqueArray(person, { selector: ({ id }) => id, maxLength: 5 })),
  listOf: fc.constantFrom('old' as const, 'current' as const, 'next' as const),
  reach,
  day,
});
type Reading = typeof reading extends fc.Arbitrary<infer Value> ? Value : never;

function observed(read: Reading, earlier: Reading | null, memory: AlertMemory): Observation {
  const now = begin + read.hours * 3_600_000;
  const list = (from: Reading | null) =>
    from?.people?.map((each) => subUser({ ...each, username: `u${each.id}` })) ?? null;
  const before = list(earlier);
  const latest = read.day === null ? null : latestDays(read.day, now);
  // A limit that is already reached is not reached later.
  const reachBelow = (usedGb: number | null, limitGb: number | null) =>
    usedGb !== null && limitGb !== null && usedGb >= limitGb
      ? { at: null, earliestAt: null, runsOut: false }
      : read.reach;
  const { dateFrom } = read;
  const period = believedPeriod(memory.period, { dateFrom, dateTo: dateFrom, fell: false }, now);
  const reachOfSubUser = ({ trafficGb, limit: own }: SubUser) =>
    reachBelow(trafficGb, own.kind === 'gb' ? own.limitGb : null);
  return {
    now,
    today: dayOf(now),
    settings: read.settings,
    period,
    budget:
      read.accountGb === null
        ? null
        : {
            period: period?.key ?? null,
            usedGb: read.accountGb,
            limitGb: read.budgetGb,
            forecastInput: () => null,
          },
    listOf: read.listOf,
    subUsers: list(read),
    previous: before === null ? null : new Map(before.map((each) => [each.id, each])),
    knew: () => true,
    isGone: () => true,
    accountReach: () => reachBelow(read.accountGb, read.budgetGb),
    subUserReach: reachOfSubUser,
    subUserReachInTurn: reachOfSubUser,
    accountDays: () => latest,
    subUserDays: () => latest,
  };
}

function latestDays({ dayGb, normalGb, beforeGb }: NonNullable<Reading['day']>, now: number): LatestDays {
  const fromMs = startOfDay(now);
  const sinceMs = fromMs - dayMs / 2;
  const before = beforeGb === null ? null : { fromMs: sinceMs, dayGb: beforeGb, normalGb, sinceMs };
  return { today: { fromMs, dayGb, normalGb, sinceMs: null }, before };
}

/** Evaluates readings in turn; `look` sees each with the memory before it. */
function follow(readings: readonly Reading[], look: (seen: Observation, memory: AlertMemory) => void) {
  let memory = emptyAlertMemory;
  readings.forEach((read, index) => {
    const seen = observed(read, readings[index - 1] ?? null, memory);
    look(seen, memory);
    memory = evaluated(seen, memory).memory;
  });
}

test('evaluated again with its memory, no reading raises an alert twice', () => {
  fc.assert(
    fc.property(fc.array(reading, { minLength: 1, maxLength: 8 }), (readings) => {
      follow(readings, (seen, memory) => {
        const once = evaluated(seen, memory);
        expect(evaluated(seen, once.memory).findings).toEqual([]);
      });
    }),
    { numRuns: amount(200, 2_000) },
  );
});

test('the memory reads back the same, so that a restart forgets nothing', () => {
  fc.assert(
    fc.property(fc.array(reading, { minLength: 1, maxLength: 8 }), (readings) => {
      follow(readings, (seen, memory) => {
        const { memory: next } = evaluated(seen, memory);
        expect(alertMemorySchema.parse(JSON.parse(JSON.stringify(next)))).toEqual(next);
      });
    }),
    { numRuns: amount(200, 500) },
  );
});

const course = fc.record({
  thresholds: fc.uniqueArray(fc.integer({ min: 1, max: 150 }), { minLength: 1, maxLength: 5 }),
  limitGb: fc.integer({ min: 1, max: 30 }),
  figures: fc.array(gb, { minLength: 1, maxLength: 40 }).map((all) => all.sort((one, other) => one - other)),
  disablesAtLimit: fc.boolean(),
});

test('for any growing traffic, each threshold alerts at most once, and the highest crossed is reported', () => {
  fc.assert(
    fc.property(course, ({ thresholds, limitGb, figures, disablesAtLimit }) => {
      const alerts = alertSettingsSchema.parse({
        ...defaultAlertSettings,
        limitThresholds: thresholds,
        runOut: false,
        unusualDay: false,
      });
      const found: Finding['facts'][] = [];
      let memory = emptyAlertMemory;
      for (const trafficGb of figures) {
        const people = [{ ...subUser({ limit: { kind: 'gb', limitGb }, disablesAtLimit }), trafficGb }];
        const read = { hours: 0, settings: alerts, dateFrom: '2026-03-01' as const, people };
        const { findings, memory: next } = evaluated(
          observed(
            { ...read, accountGb: null, budgetGb: null, listOf: 'current', reach: null, day: null },
            null,
            memory,
          ),
          memory,
        );
        found.push(...findings.map(({ facts }) => facts));
        memory = next;
      }
      const thresholdsFound = found.flatMap((facts) => (facts.rule === 'limit' ? [facts.threshold] : []));
      expect(thresholdsFound).toEqual([...new Set(thresholdsFound)].sort((one, other) => one - other));
      const last = figures.at(-1) ?? 0;
      // In whole tenths of a GB, which are exact.
      const crossed = thresholds.filter((percent) => Math.round(last * 10) * 10 >= percent * limitGb);
      const running = found.filter(({ rule }) => rule === 'over-limit-running');
      expect(running).toHaveLength(!disablesAtLimit && last >= limitGb ? 1 : 0);
      const highest = crossed.length === 0 ? undefined : Math.max(...crossed);
      // A sub-user that keeps running above its limit reports that instead of the threshold crossed with it.
      if (running.length === 0) expect(thresholdsFound.at(-1)).toBe(highest);
      else expect(found.length).toBeGreaterThan(0);
    }),
    { numRuns: amount(200, 2_000) },
  );
});

test('the expected days are those of the forecast', () => {
  const fromMs = Date.parse('2026-03-01T00:00:00Z');
  const toMs = Date.parse('2026-04-01T00:00:00Z');
  const sample = fc.record({ at: fc.integer({ min: 0, max: 31 * 24 }), gb: fc.nat(1_000) });
  fc.assert(
    fc.property(fc.array(sample, { minLength: 1, maxLength: 30 }), (all) => {
      const samples = all
        .map(({ at, gb: used }) => ({ at: fromMs + at * 3_600_000, gb: used, period: '2026-03-01' }))
        .sort((one, other) => one.at - other.at);
      const input = { samples, fromMs, toMs, limitGb: 500 };
      const said = forecast(input);
      const reached = likelyReach(input);
      if (said.kind !== 'forecast') {
        expect(reached).toBeNull();
        return;
      }
      const { at: reachedAt, earliestAt } = reached ?? { at: null, earliestAt: null };
      expect(reachedAt).toBe(said.reachesAt);
      if (reachedAt === null) return;
      expect(reachedAt).toBeLessThan(toMs);
      expect(earliestAt ?? toMs).toBeLessThanOrEqual(reachedAt);
    }),
  );
});
