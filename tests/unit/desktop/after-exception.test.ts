import { expect, test } from 'vitest';
import { afterException } from '../../../electron/desktop/recovery/after-exception.ts';
import { restartLosesNothing } from '../../../electron/monitor/state.ts';
import { signInto, storeSignedIn } from '../../support/unit/store.ts';

const now = Date.parse('2026-03-15T12:00:00Z');
const minute = 60_000;

test('the app restarts if nothing is lost by it, and goes on otherwise', () => {
  expect(afterException({ now, restartedAt: null, nothingToLose: true })).toBe('restart');
  expect(afterException({ now, restartedAt: null, nothingToLose: false })).toBe('go-on');
});

test('not again within ten minutes, which would be a loop', () => {
  const restarted = (agoMs: number) => afterException({ now, restartedAt: now - agoMs, nothingToLose: true });
  expect(restarted(minute)).toBe('go-on');
  expect(restarted(9 * minute)).toBe('go-on');
  expect(restarted(11 * minute)).toBe('restart');
  // The clock was set back, so the recorded time lies ahead and means nothing.
  expect(restarted(-minute)).toBe('restart');
});

test('a restart would lose a sign-in in memory and a running task', () => {
  const store = storeSignedIn();
  const loses = () => !restartLosesNothing(store.getState());
  expect(loses()).toBe(false);
  const { session } = store.getState();
  if (session.kind !== 'signed-in') throw new Error('No account is signed in.');
  store.setState({ session: { ...session, remembered: 'this-run' } });
  expect(loses()).toBe(true);
  signInto(store);
  expect(loses()).toBe(false);
  store.setState({
    job: {
      task: { kind: 'create' },
      total: 1,
      finished: 1,
      failed: 0,
      state: 'ended',
      remainingMs: null,
      checking: false,
      waitsUntil: null,
      results: [],
      unsavedPasswords: 1,
    },
  });
  expect(loses()).toBe(true);
});
