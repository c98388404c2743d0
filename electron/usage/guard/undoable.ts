import type { GuardedPart, Held } from '../../contract/guard-journal.ts';
import { isSame } from './guarded.ts';

const parts: readonly GuardedPart[] = ['limit', 'status'];

/** Returns what a write of Guard made that is still so, differs from the own value, and can be taken back. */
export function undoableParts(held: Held | undefined, act: string): GuardedPart[] {
  if (held === undefined) return [];
  const { acts, own, left, paused } = held;
  return parts.filter((part) => acts[part] === act && !paused[part] && !isSame(part, own, left));
}
