import { useEffect } from 'react';
import type { SubUser } from '../../../electron/contract/sub-user.ts';
import { bridge } from '../../state/bridge.ts';
import { useMirror } from '../../state/mirror.ts';
import type { Open } from './open.ts';
import { raisedLimitGb } from './raised-limit.ts';

/**
 * Opens the sub-user that a click on a notification or in the popover asked for: once the list is there, and not over a form in which
 * somebody is typing.
 */
export function useFocusedSubUser(
  open: Open,
  setOpen: (open: Open) => void,
  setProblem: (problem: string) => void,
): void {
  const focus = useMirror((mirror) => mirror.focus) ?? null;
  const list = useMirror((mirror) => mirror.subUsers);
  const typing = open !== null && open.kind !== 'usage';
  useEffect(() => {
    if (focus === null || focus.target.kind !== 'sub-user' || typing) return;
    if (list === undefined || list.readAt === null) return;
    const { id, what } = focus.target;
    void bridge.command('focusTaken', { nonce: focus.nonce });
    const subUser = list.subUsers.find((each) => each.id === id);
    if (subUser === undefined) setProblem('This sub-user is not in the list any more: it was deleted.');
    else if (what === 'usage') setOpen({ kind: 'usage', subUser });
    else setOpen({ kind: 'edit', subUser, raiseToGb: raiseToGb(subUser) });
  }, [focus, typing, list, setOpen, setProblem]);
}

function raiseToGb({ limit, trafficGb }: SubUser): number | null {
  return limit.kind === 'gb' ? raisedLimitGb(limit.limitGb, trafficGb) : null;
}
