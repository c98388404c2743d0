import { useEffect } from 'react';
import type { Target } from '../../../electron/contract/navigation.ts';
import type { SubUser } from '../../../electron/contract/sub-user.ts';
import { say } from '../../../electron/text/say.ts';
import { bridge } from '../../state/bridge.ts';
import { useMirror } from '../mirror.ts';
import type { Ask, Open } from './open.ts';
import { raisedLimitGb } from './raised-limit.ts';

/**
 * Opens the sub-user that a click on a notification or in the popover, or the command line, asked for. Waits for the list, and does not replace a
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
    if (navigation === null || typing || list.readAt === null) return;
    const { target, nonce } = navigation;
    if (target.kind !== 'sub-user' && target.kind !== 'named') return;
    void bridge.command('navigationTaken', { nonce });
    const what = target.kind === 'named' ? 'usage' : target.what;
    const subUser = list.subUsers.find((each) =>
      target.kind === 'named' ? each.username === target.username : each.id === target.id,
    );
    if (subUser === undefined) setProblem(notListedText(target));
    else if (what === 'usage') onOpen({ kind: 'details', subUser });
    else onOpen({ kind: 'edit', subUser, raiseToGb: what === 'raise' ? raiseToGb(subUser) : null });
  }, [navigation, typing, list, onOpen, setProblem]);
}

function notListedText(target: Extract<Target, { kind: 'sub-user' | 'named' }>): string {
  return target.kind === 'named'
    ? say('subUsers.noneNamed', { username: target.username })
    : say('subUsers.notListed');
}

function raiseToGb({ limit, trafficGb }: SubUser): number | null {
  return limit.kind === 'gb' ? raisedLimitGb(limit.limitGb, trafficGb) : null;
}
