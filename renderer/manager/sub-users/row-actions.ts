import type { SubUser } from '../../../electron/contract/sub-user.ts';
import { actionTexts } from '../../../electron/text/actions.ts';
import { describeFailure } from '../../../electron/text/failure.ts';
import { say } from '../../../electron/text/say.ts';
import { subUsersTexts } from '../../../electron/text/sub-users.ts';
import { bridge } from '../../state/bridge.ts';
import { changeAlerts } from '../alerts/change-alerts.ts';
import { useMirror } from '../mirror.ts';
import type { MenuAction } from '../ui/menu.tsx';
import { connectionText } from './connection.ts';
import type { Ask } from './open.ts';

/** Takes what to report: a problem, until the next action, or what was done. */
export type Notices = { onProblem: (problem: string | null) => void; onDone: (done: string) => void };

/** Returns the actions on one sub-user. The main user can be neither disabled nor deleted. */
export function useRowActions(subUser: SubUser, onOpen: (ask: Ask) => void, notices: Notices): MenuAction[] {
  const { username } = subUser;
  const muting = useMuting(subUser.id);
  const main = useMirror(({ session }) => session.kind === 'signed-in' && session.username === username);
  return [
    { name: subUsersTexts.usage, run: () => onOpen({ kind: 'details', subUser }) },
    { name: subUsersTexts.edit, run: () => onOpen({ kind: 'edit', subUser, raiseToGb: null }) },
    changeOfStatus(subUser, main, notices),
    { name: subUsersTexts.copyConnection, run: () => void copyConnection(username, notices) },
    muting,
    {
      name: actionTexts.delete,
      run: () => onOpen({ kind: 'delete', subUser }),
      isDisabled: main,
      isDangerous: true,
    },
  ];
}

/** Copies the login with a placeholder for the password, which Oxygauge does not have. */
async function copyConnection(username: string, { onProblem, onDone }: Notices): Promise<void> {
  const outcome = await bridge.command('copyText', { text: connectionText(username), secret: false });
  onProblem(outcome.ok ? null : actionTexts.copyFailed);
  if (outcome.ok) onDone(say('grid.connectionCopied'));
}

/** Returns the action that disables or enables. */
export function changeOfStatus(
  { id, username, status }: SubUser,
  main: boolean,
  { onProblem }: Notices,
): MenuAction {
  async function change(next: 'active' | 'disabled') {
    onProblem(null);
    const outcome = await bridge.command('updateSubUser', { id, changes: { status: next }, seen: null });
    if (!outcome.ok) onProblem(`${username}: ${describeFailure(outcome.failure)}`);
  }
  return status === 'disabled'
    ? { name: subUsersTexts.enable, run: () => void change('active') }
    : { name: subUsersTexts.disable, run: () => void change('disabled'), isDisabled: main };
}

function useMuting(id: number): MenuAction {
  const muted = useMirror((mirror) => mirror.settings.alerts.mutedSubUserIds);
  return muted.includes(id)
    ? {
        name: subUsersTexts.unmute,
        run: () => changeAlerts({ mutedSubUserIds: muted.filter((each) => each !== id) }),
      }
    : { name: subUsersTexts.mute, run: () => changeAlerts({ mutedSubUserIds: [...muted, id] }) };
}
