import type { CommandFailure, Outcome } from '../../electron/contract/failure.ts';

/** Whether a person is told that a write was done. */
export function toldAsDone(outcome: Outcome<unknown, CommandFailure>): boolean | 'unknown' {
  if (outcome.ok) return true;
  if (outcome.failure.kind !== 'unclear-write') return false;
  return outcome.failure.done === 'unknown' ? 'unknown' : outcome.failure.done === 'yes';
}
