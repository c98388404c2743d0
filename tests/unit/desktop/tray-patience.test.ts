import { expect, test } from 'vitest';
import { patientWithTray } from '../../../electron/desktop/tray/tray-patience.ts';
import { FakeClock } from '../../support/unit/fake-clock.ts';

function watch(hidden: boolean) {
  const clock = new FakeClock();
  const seen: boolean[] = [];
  return { clock, seen, shown: patientWithTray(hidden, clock.after, (shown) => void seen.push(shown)) };
}

test('a start by hand without a tray is answered at once', () => {
  const { seen, shown } = watch(false);
  shown(false);
  expect(seen).toEqual([false]);
});

test('at login a panel that comes within 30 s was never missed', async () => {
  const { clock, seen, shown } = watch(true);
  shown(false);
  await clock.pass(29_000);
  shown(true);
  await clock.pass(60_000);
  expect(seen).toEqual([true]);
});

test('at login without a panel the user sees a window in the end', async () => {
  const { clock, seen, shown } = watch(true);
  shown(false);
  await clock.pass(29_999);
  expect(seen).toEqual([]);
  await clock.pass(1);
  expect(seen).toEqual([false]);
});

test('a panel that restarts brings no window up, and one that is gone does', async () => {
  const { clock, seen, shown } = watch(false);
  shown(true);
  shown(false);
  await clock.pass(9_000);
  shown(true);
  await clock.pass(60_000);
  expect(seen).toEqual([true, true]);
  shown(false);
  await clock.pass(10_000);
  expect(seen).toEqual([true, true, false]);
});
