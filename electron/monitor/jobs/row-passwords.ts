import type { JobPasswords } from './job-passwords.ts';
import type { JobRow, RecordedStep } from './job-steps.ts';

/** Returns whether the sub-user of a row may exist with a password that Oxygauge made. */
export function mayHavePassword({ plan, renews, progress }: JobRow): boolean {
  if (plan === null || !(plan.generated || renews)) return false;
  if (progress.kind === 'ended') return ['done', 'uncertain', 'unknown'].includes(progress.outcome);
  return progress.kind === 'sent' || renews;
}

/** Returns whether the user can have a new password set for a row. */
export function isUncertain({ progress }: JobRow): boolean {
  return progress.kind === 'ended' && progress.outcome === 'uncertain';
}

/** Returns the step that notes a password that could not be kept. */
export function lostStep(row: JobRow, index: number): RecordedStep[] {
  const lost = mayHavePassword(row) && row.progress.kind === 'ended' && row.progress.outcome === 'done';
  const { id } = row;
  return lost
    ? [{ step: 'ended', row: index, id, outcome: 'uncertain', reason: { kind: 'password-lost' } }]
    : [];
}

/** Returns whether a password has to be made again, because the one for a row that is not done was not kept. */
export function needsPassword(
  { plan, renews, progress, username }: JobRow,
  passwords: JobPasswords,
): boolean {
  const makes = plan !== null && (plan.generated || renews);
  return makes && progress.kind !== 'ended' && passwords.newest(username) === null;
}

/** Returns the passwords that Oxygauge made for a row: one if it is certain, else all that it may have. */
export function reportedPasswords(row: JobRow, passwords: JobPasswords): readonly string[] {
  if (!mayHavePassword(row)) return [];
  const all = passwords.candidates(row.username);
  const done = row.progress.kind === 'ended' && row.progress.outcome === 'done';
  return done ? all.slice(-1) : all;
}
