import { expect, test, vi } from 'vitest';
import type { SubUser } from '../../../electron/contract/sub-user.ts';
import { startAlerts, subUser } from '../../support/unit/alert-run.ts';

const many = (count: number, change: (id: number) => Partial<SubUser> = () => ({})): SubUser[] =>
  Array.from({ length: count }, (_, index) =>
    subUser({ id: index + 1, username: `u${index + 1}`, trafficGb: 1, ...change(index + 1) }),
  );

/** Starts alerts, with what happens between two parts of an evaluation. */
function startWith(between: () => void) {
  let isOn = false;
  const run = startAlerts({
    afterTurn(next) {
      if (isOn) between();
      next();
    },
  });
  return {
    run,
    async watched(read: Parameters<typeof run.refresh>[0]) {
      isOn = true;
      await run.refresh(read);
      isOn = false;
    },
  };
}

test('5,500 sub-users are looked up once each, and at most a thousand before others have their turn', async () => {
  const looks: number[] = [];
  const { run, watched } = startWith(() => looks.push(readings.mock.calls.length));
  await run.refresh({ totalGb: 1, subUsers: many(1) });
  const history = run.monitor.history();
  if (history === null) throw new Error('No account is in use.');
  const readings = vi.spyOn(history, 'samplesOf');
  await watched({ totalGb: 5_500, subUsers: many(5_500) });
  expect(looks).toEqual([1_000, 2_000, 3_000, 4_000, 5_000]);
  expect(readings).toHaveBeenCalledTimes(5_500);
});

test('one that the user disables meanwhile is not blamed on Oxylabs', async () => {
  const { run, watched } = startWith(() => run.monitor.noteDisabling(2, true));
  await run.refresh({ totalGb: 1, subUsers: many(1_500) });
  await watched({ totalGb: 1, subUsers: many(1_500) });
  await run.refresh({ totalGb: 1, subUsers: many(1_500, (id) => (id === 2 ? { status: 'disabled' } : {})) });
  expect(run.titles()).toEqual([]);
});

test('one that was not disabled after all is', async () => {
  const { run, watched } = startWith(() => run.monitor.noteDisabling(2, false));
  await run.refresh({ totalGb: 1, subUsers: many(1_500) });
  run.monitor.noteDisabling(2, true);
  await watched({ totalGb: 1, subUsers: many(1_500) });
  await run.refresh({ totalGb: 1, subUsers: many(1_500, (id) => (id === 2 ? { status: 'disabled' } : {})) });
  expect(run.titles()).toEqual(['u2: disabled by Oxylabs']);
});

test('after a sign-out meanwhile, nothing is shown', async () => {
  const { run, watched } = startWith(() =>
    run.store.setState({ session: { kind: 'signed-out', reason: 'signed-out', username: null } }),
  );
  await run.refresh({ totalGb: 1, subUsers: many(1_500) });
  await watched({ totalGb: 1, subUsers: many(1_500, (id) => (id === 1 ? { trafficGb: 10 } : {})) });
  expect(run.titles()).toEqual([]);
});
