import { limitFromGb } from '../../../electron/contract/limit.ts';
import { type SubUser, stateOf } from '../../../electron/contract/sub-user.ts';
import { describeFailure } from '../../../electron/text/failure.ts';
import { say } from '../../../electron/text/say.ts';
import { formatLimitGb } from '../../../electron/text/traffic.ts';
import { bridge } from '../../state/bridge.ts';
import type { Notices } from './notices.tsx';

/** A change that can be taken back. */
export type Change = { status: 'active' | 'disabled' } | { limitGb: number };

/** What is said of a change, and after it is taken back. */
type Said = { done: string; undone: string };

/**
 * Changes a sub-user, unless it is no longer as the user saw it, and offers to take the change back. Taking it back is the
 * reverse change by the same check.
 */
export async function changeSubUser(
  subUser: SubUser,
  changes: Change,
  said: Said,
  { onProblem, onDone }: Notices,
): Promise<void> {
  const { id, username } = subUser;
  onProblem(null);
  // The list does not show one that it lacks, so there is nothing to check against.
  const seen = subUser.listed ? stateOf(subUser) : null;
  const outcome = await bridge.command('updateSubUser', { id, changes, seen });
  if (!outcome.ok) {
    const { failure } = outcome;
    // The window shows what is checked, and what comes of it.
    if (failure.kind === 'unclear-write' && failure.done === 'checking') return;
    const elsewhere = failure.kind === 'changed-on-server';
    onProblem(
      elsewhere
        ? say('grid.changedElsewhere', { name: username })
        : `${username}: ${describeFailure(failure)}`,
    );
    return;
  }
  offerUndo(subUser, changes, said, { onProblem, onDone });
}

/** Says that a change was made, and offers to take it back where what was before is known. `subUser` is as before it. */
export function offerUndo(subUser: SubUser, changes: Change, said: Said, notices: Notices): void {
  const reverse = reverseOf(subUser, changes);
  const changed = afterChange(subUser, changes);
  const undo =
    reverse &&
    (() => void changeSubUser(changed, reverse, { done: said.undone, undone: said.done }, notices));
  notices.onDone(said.done, undo);
}

/** Returns the words for a limit that is set in place of the present one. */
export function limitWords({ username, limit }: SubUser, limitGb: number, locale: string): Said {
  const words = (gb: number) => say('panel.limitSet', { name: username, limit: formatLimitGb(gb, locale) });
  return { done: words(limitGb), undone: limit.kind === 'gb' ? words(limit.limitGb) : '' };
}

/** Returns the change that takes another one back, or null where what was before is not known. */
export function reverseOf(
  { status, limit }: Pick<SubUser, 'status' | 'limit'>,
  changes: Change,
): Change | null {
  if ('status' in changes) return status === 'unknown' ? null : { status };
  return limit.kind === 'gb' ? { limitGb: limit.limitGb } : null;
}

function afterChange(subUser: SubUser, changes: Change): SubUser {
  return 'status' in changes
    ? { ...subUser, status: changes.status }
    : { ...subUser, limit: limitFromGb(changes.limitGb) };
}
