import type { SubUser } from '../../../electron/contract/sub-user.ts';
import { say } from '../../../electron/text/say.ts';
import { bridge } from '../../state/bridge.ts';
import { changeAlerts } from '../alerts/change-alerts.ts';
import { plainOrder } from '../connection/plain-order.ts';
import { capFor } from '../guard/cap-for.ts';
import { current, useMirror } from '../mirror.ts';
import type { MenuAction } from '../ui/menu.tsx';
import { changeSubUser } from './change.ts';
import type { Notices } from './notices.tsx';
import type { Ask } from './open.ts';

/** Returns the actions on one sub-user. The main user can be neither disabled nor deleted. */
export function useRowActions(subUser: SubUser, onOpen: (ask: Ask) => void, notices: Notices): MenuAction[] {
  const { username } = subUser;
  const muting = useMuting(subUser, notices);
  const main = useMirror(({ session }) => session.kind === 'signed-in' && session.username === username);
  return [
    { name: say('subUsers.usage'), run: () => onOpen({ kind: 'details', subUser }) },
    { name: say('subUsers.edit'), run: () => onOpen({ kind: 'edit', subUser, raiseToGb: null }) },
    changeOfStatus(subUser, main, notices),
    { name: say('subUsers.copyConnection'), run: () => void copyConnection(username, notices) },
    { name: say('connectionTest.title'), run: () => onOpen({ kind: 'test', subUser }) },
    muting,
    { name: say('guard.capFor'), run: () => capFor([subUser.id]), isDisabled: main },
    {
      name: say('action.delete'),
      run: () => onOpen({ kind: 'delete', subUser }),
      isDisabled: main,
      isDangerous: true,
    },
  ];
}

/** Copies the plain connection, with the kept password or a placeholder for it. */
async function copyConnection(username: string, { onProblem, onDone }: Notices): Promise<void> {
  const outcome = await bridge.command('copyConnection', { order: plainOrder(username), password: null });
  onProblem(outcome.ok ? null : say('action.copyFailed'));
  if (outcome.ok) onDone(say(`connection.copied.${outcome.value.held}`));
}

/** Returns the action that disables or enables. */
export function changeOfStatus(subUser: SubUser, main: boolean, notices: Notices): MenuAction {
  const name = subUser.username;
  const disabled = say('grid.disabledName', { name });
  const enabled = say('grid.enabledName', { name });
  const enable = () =>
    changeSubUser(subUser, { status: 'active' }, { done: enabled, undone: disabled }, notices);
  const disable = () =>
    changeSubUser(subUser, { status: 'disabled' }, { done: disabled, undone: enabled }, notices);
  return subUser.status === 'disabled'
    ? { name: say('subUsers.enable'), run: () => void enable() }
    : { name: say('subUsers.disable'), run: () => void disable(), isDisabled: main };
}

function useMuting({ id, username }: SubUser, { onDone }: Notices): MenuAction {
  const muted = useMirror((mirror) => mirror.settings.alerts.mutedSubUserIds);
  // From the list of now, because others may have been muted before Undo is pressed.
  const others = () => current().settings.alerts.mutedSubUserIds.filter((each) => each !== id);
  const mute = () => {
    changeAlerts({ mutedSubUserIds: [...others(), id] });
    onDone(say('grid.mutedName', { name: username }), unmute);
  };
  const unmute = () => {
    changeAlerts({ mutedSubUserIds: others() });
    onDone(say('grid.unmutedName', { name: username }), mute);
  };
  return muted.includes(id)
    ? { name: say('subUsers.unmute'), run: unmute }
    : { name: say('subUsers.mute'), run: mute };
}
