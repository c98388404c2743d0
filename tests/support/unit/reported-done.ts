import type { CommandFailure, Outcome } from '../../../electron/contract/failure.ts';

/** Returns whether the user is shown that a write was carried out. */
export function reportedAsDone(outcome: Outcome<unknown, CommandFailure>): boolean | 'unknown' {
  if (outcome.ok) return true;
  if (outcome.failure.kind !== 'unclear-write') return false;
  const { done } = outcome.failure;
  return done === 'unknown' ? 'unknown' : done === 'yes' || done === 'exists';
}
