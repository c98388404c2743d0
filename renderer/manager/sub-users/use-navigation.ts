import { useEffect } from 'react';
import type { SubUser } from '../../../electron/contract/sub-user.ts';
import { say } from '../../../electron/text/say.ts';
import { bridge } from '../../state/bridge.ts';
import { useMirror } from '../mirror.ts';
import type { Ask, Open } from './open.ts';
import { raisedLimitGb } from './raised-limit.ts';

/**
 * Opens the sub-user that a click on a notification or in the popover asked for. Waits for the list, and does not replace a
 * form that the user is typing in.
 */
export function useNavigation(
  open: Open,
  onOpen: (ask: Ask) => void,
  setProblem: (problem: string) => void,
): void {
  const navigation = useMirror((mirror) => mirror.navigation);
  const list = useMirror((mirror) => mirror.subUsers);
  const typing = open !== null;
  useEffect(() => {
    if (navigation === null || navigation.target.kind !== 'sub-user' || typing) return;
    if (list.readAt === null) return;
    const { id, what } = navigation.target;
    void bridge.command('navigationTaken', { nonce: navigation.nonce });
    const subUser = list.subUsers.find((each) => each.id === id);
    if (subUser === undefined) setProblem(say('subUsers.notListed'));
    else if (what === 'usage') onOpen({ kind: 'details', subUser });
    else onOpen({ kind: 'edit', subUser, raiseToGb: what === 'raise' ? raiseToGb(subUser) : null });
  }, [navigation, typing, list, onOpen, setProblem]);
}

function raiseToGb({ limit, trafficGb }: SubUser): number | null {
  return limit.kind === 'gb' ? raisedLimitGb(limit.limitGb, trafficGb) : null;
}
