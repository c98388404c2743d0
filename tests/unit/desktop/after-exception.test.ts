import { expect, test } from 'vitest';
import { afterException } from '../../../electron/desktop/after-exception.ts';
import { restartLosesNothing } from '../../../electron/monitor/restart-loss.ts';
import { signInto, storeSignedIn } from '../../support/store.ts';

const now = Date.parse('2026-03-15T12:00:00Z');
const minute = 60_000;

test('the app starts anew where nobody would miss anything, and goes on where somebody would', () => {
  expect(afterException({ now, restartedAt: null, nothingToLose: true })).toBe('restart');
  expect(afterException({ now, restartedAt: null, nothingToLose: false })).toBe('go-on');
});

test('not again within ten minutes: that would be a circle', () => {
  const restarted = (agoMs: number) => afterException({ now, restartedAt: now - agoMs, nothingToLose: true });
  expect(restarted(minute)).toBe('go-on');
  expect(restarted(9 * minute)).toBe('go-on');
  expect(restarted(11 * minute)).toBe('restart');
  // The clock was set back: the time that was noted lies ahead and tells nothing.
  expect(restarted(-minute)).toBe('restart');
});

test('a sign-in that is not kept, and a task, would be lost by a restart', () => {
  const store = storeSignedIn();
  const loses = () => !restartLosesNothing(store.getState());
  expect(loses()).toBe(false);
  const { session } = store.getState();
  if (session.kind !== 'signed-in') throw new Error('Nobody is signed in.');
  store.setState({ session: { ...session, remembered: 'this-run' } });
  expect(loses()).toBe(true);
  signInto(store);
  expect(loses()).toBe(false);
  store.setState({
    job: {
      kind: 'create',
      title: 'Creating',
      total: 1,
      finished: 1,
      failed: 0,
      state: 'ended',
      remainingMs: null,
      waitsUntil: null,
      results: [],
      unsavedPasswords: 1,
    },
  });
  expect(loses()).toBe(true);
});
