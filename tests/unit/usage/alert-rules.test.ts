import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alertSettingsSchema } from '../../../electron/contract/alert-settings.ts';
import type { SubUser } from '../../../electron/contract/sub-user.ts';
import { evaluate, type Finding } from '../../../electron/usage/alerts/evaluate.ts';
import {
  type AlertMemory,
  alertMemorySchema,
  emptyAlertMemory,
} from '../../../electron/usage/alerts/memory.ts';
import type { Observation } from '../../../electron/usage/alerts/observation.ts';
import { forecast, reachedAt } from '../../../electron/usage/forecast.ts';
import { periodFrom } from '../../../electron/usage/period.ts';
import { subUser } from '../../support/watching.ts';

const begin = Date.parse('2026-03-15T12:00:00Z');
const dayMs = 86_400_000;

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
    budgetGb: fc.option(fc.integer({ min: 1, max: 30 })),
    budgetThresholds: fc.array(fc.integer({ min: 1, max: 200 }), { maxLength: 4 }),
    limitThresholds: fc.array(fc.integer({ min: 1, max: 200 }), { maxLength: 4 }),
    runOut: fc.boolean(),
    unusualDay: fc.boolean(),
    periodReset: fc.boolean(),
  })
  .map((each) => alertSettingsSchema.parse(each));
const reach = fc.option(fc.record({ at: fc.constant(begin + 5 * dayMs), runsOut: fc.boolean() }));
const day = fc.option(fc.record({ dayGb: gb, normalGb: gb }));

/** Anything that a refresh may bring, also what no honest service would. */
const reading = fc.record({
  hours: fc.integer({ min: -30, max: 100 }),
  settings,
  dateFrom: fc.constantFrom(null, '2026-02-01', '2026-03-01', '2026-04-01'),
  accountGb: fc.option(gb),
  people: fc.option(fc.uniqueArray(person, { selector: ({ id }) => id, maxLength: 5 })),
  reach,
  day,
});
type Reading = typeof reading extends fc.Arbitrary<infer Value> ? Value : never;

function observed(read: Reading, earlier: Reading | null): Observation {
  const now = begin + read.hours * 3_600_000;
  const list = (from: Reading | null) =>
    from?.people?.map((each) => subUser({ ...each, username: `u${each.id}` })) ?? null;
  const before = list(earlier);
  const ofToday = read.day === null ? null : { ...read.day, fromMs: Math.floor(now / dayMs) * dayMs };
  // What is used up already will not be.
  const reachBelow = (usedGb: number | null, limitGb: number | null) =>
    usedGb !== null && limitGb !== null && usedGb >= limitGb ? { at: null, runsOut: false } : read.reach;
  return {
    now,
    today: new Date(now).toISOString().slice(0, 10),
    settings: read.settings,
    period: periodFrom(read.dateFrom),
    accountGb: read.accountGb,
    subUsers: list(read),
    previous: before === null ? null : new Map(before.map((each) => [each.id, each])),
    knew: () => true,
    accountReach: () => reachBelow(read.accountGb, read.settings.budgetGb),
    subUserReach: ({ trafficGb, limit: own }) =>
      reachBelow(trafficGb, own.kind === 'gb' ? own.limitGb : null),
    accountDay: () => ofToday,
    subUserDay: () => ofToday,
  };
}

/** Goes through readings one after another; `look` sees each with the memory before it. */
function follow(readings: readonly Reading[], look: (seen: Observation, memory: AlertMemory) => void) {
  let memory = emptyAlertMemory;
  readings.forEach((read, index) => {
    const seen = observed(read, readings[index - 1] ?? null);
    look(seen, memory);
    memory = evaluate(seen, memory).memory;
  });
}

test('evaluated again with what it remembers, nothing is found twice, whatever was read', () => {
  fc.assert(
    fc.property(fc.array(reading, { minLength: 1, maxLength: 8 }), (readings) => {
      follow(readings, (seen, memory) => {
        const once = evaluate(seen, memory);
        expect(evaluate(seen, once.memory).findings).toEqual([]);
      });
    }),
    { numRuns: 2_000 },
  );
});

test('what is remembered reads back the same, so that a restart forgets nothing', () => {
  fc.assert(
    fc.property(fc.array(reading, { minLength: 1, maxLength: 8 }), (readings) => {
      follow(readings, (seen, memory) => {
        const { memory: next } = evaluate(seen, memory);
        expect(alertMemorySchema.parse(JSON.parse(JSON.stringify(next)))).toEqual(next);
      });
    }),
    { numRuns: 500 },
  );
});

const course = fc.record({
  thresholds: fc.uniqueArray(fc.integer({ min: 1, max: 150 }), { minLength: 1, maxLength: 5 }),
  limitGb: fc.integer({ min: 1, max: 30 }),
  figures: fc.array(gb, { minLength: 1, maxLength: 40 }).map((all) => all.sort((one, other) => one - other)),
  disablesAtLimit: fc.boolean(),
});

test('over any growing traffic each threshold speaks once at the most, and the highest that was crossed is told', () => {
  fc.assert(
    fc.property(course, ({ thresholds, limitGb, figures, disablesAtLimit }) => {
      const alerts = alertSettingsSchema.parse({
        limitThresholds: thresholds,
        runOut: false,
        unusualDay: false,
      });
      const found: Finding['facts'][] = [];
      let memory = emptyAlertMemory;
      for (const trafficGb of figures) {
        const people = [{ ...subUser({ limit: { kind: 'gb', limitGb }, disablesAtLimit }), trafficGb }];
        const read = { hours: 0, settings: alerts, dateFrom: '2026-03-01' as const, accountGb: null, people };
        const { findings, memory: next } = evaluate(
          observed({ ...read, reach: null, day: null }, null),
          memory,
        );
        found.push(...findings.map(({ facts }) => facts));
        memory = next;
      }
      const told = found.flatMap((facts) => (facts.rule === 'limit' ? [facts.threshold] : []));
      expect(told).toEqual([...new Set(told)].sort((one, other) => one - other));
      const last = figures.at(-1) ?? 0;
      const crossed = thresholds.filter((percent) => last * 100 >= percent * limitGb);
      const running = found.filter(({ rule }) => rule === 'over-limit-running');
      expect(running).toHaveLength(!disablesAtLimit && last >= limitGb ? 1 : 0);
      const highest = crossed.length === 0 ? undefined : Math.max(...crossed);
      // What goes on above its limit says so in the place of the threshold that was crossed with it.
      if (running.length === 0) expect(told.at(-1)).toBe(highest);
      else expect(found.length).toBeGreaterThan(0);
    }),
    { numRuns: 2_000 },
  );
});

test('a reach is what the forecast says', () => {
  const fromMs = Date.parse('2026-03-01T00:00:00Z');
  const toMs = Date.parse('2026-04-01T00:00:00Z');
  const sample = fc.record({ at: fc.integer({ min: 0, max: 31 * 24 }), gb: fc.nat(1_000) });
  fc.assert(
    fc.property(
      fc.array(sample, { maxLength: 30 }),
      fc.integer({ min: 0, max: 31 * 24 }),
      fc.nat(1_000),
      (all, hour, usedGb) => {
        const at = (hours: number) => fromMs + hours * 3_600_000;
        const samples = all
          .map((each) => ({ ...each, at: at(each.at) }))
          .sort((one, other) => one.at - other.at);
        const course = { usedGb, now: at(hour), fromMs, toMs, samples, limitGb: 500 };
        const said = forecast(course);
        expect(reachedAt(course)).toEqual(
          said.kind === 'forecast' ? { reachesAt: said.reachesAt, basis: said.basis } : null,
        );
      },
    ),
  );
});
