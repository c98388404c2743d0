import { expect, test, vi } from 'vitest';
import { replayMonth } from '../../support/unit/alert-replay/replay.ts';

// What windows show took four fifths of the time and is not judged here: 2,000 months take some minutes without it.
vi.mock('../../../electron/monitor/usage/account-views.ts', () => ({ accountViews: () => ({}) }));

/**
 * OXYGAUGE_REPLAY_MONTHS=2000 replays that number of months, from OXYGAUGE_REPLAY_FIRST on. The run-out rule is off: the law
 * knows what was read, and not what is probable; tests/unit/usage/replayed-run-outs.test.ts judges that rule.
 */
const months = Number(process.env.OXYGAUGE_REPLAY_MONTHS ?? 100);
const first = Number(process.env.OXYGAUGE_REPLAY_FIRST ?? 1);

test(`${months} turns of the month with every fault mixed in: no alert is missed, repeated or false`, async () => {
  const found = { due: 0, missed: [] as string[], repeated: [] as string[], untrue: [] as string[] };
  for (let seed = first; seed < first + months; seed += 1) {
    const verdict = await replayMonth(seed);
    const named = (texts: readonly string[]) => texts.map((text) => `replay ${seed}: ${text}`);
    found.due += verdict.due;
    found.missed.push(...named(verdict.missed));
    found.repeated.push(...named(verdict.repeated));
    found.untrue.push(...named(verdict.untrue));
  }
  const { due, missed, repeated, untrue } = found;
  process.stdout.write(
    `${months} replayed months: ${due} alerts due, ${missed.length} missed, ${repeated.length} repeated, ${untrue.length} false\n`,
  );
  expect({ missed, repeated, untrue }).toEqual({ missed: [], repeated: [], untrue: [] });
  expect(due).toBeGreaterThan(5 * months);
}, 3_600_000);
