import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { describeFailure } from '../../../electron/contract/failure-text.ts';
import type { SubUser } from '../../../electron/contract/sub-user.ts';
import { bridge } from '../../state/bridge.ts';
import { useMirror } from '../../state/mirror.ts';
import { changeAlerts } from '../alerts/change-alerts.ts';
import type { Open } from './open.ts';
import { connectionText } from './texts.ts';

type RowMenuProps = {
  subUser: SubUser;
  main: boolean;
  onOpen: (open: Open) => void;
  onProblem: (problem: string | null) => void;
};

const nobody: readonly number[] = [];

/** What can be done with one sub-user. The main user can be edited, and neither disabled nor deleted. */
export function RowMenu({ subUser, main, onOpen, onProblem }: RowMenuProps) {
  const { id, username } = subUser;
  const enables = subUser.status === 'disabled';
  const muted = useMirror((mirror) => mirror.settings?.alerts.mutedSubUserIds) ?? nobody;
  const isMuted = muted.includes(id);

  async function setStatus(status: 'active' | 'disabled') {
    onProblem(null);
    const outcome = await bridge.command('updateSubUser', { id, changes: { status }, seen: null });
    if (!outcome.ok) onProblem(`${username}: ${describeFailure(outcome.failure)}`);
  }

  return (
    <MenuTrigger>
      <Button className="icon-button" aria-label={`Actions for ${username}`}>
        <span aria-hidden="true">⋯</span>
      </Button>
      <Popover className="floating" placement="bottom end">
        <Menu className="options">
          <MenuItem className="option" onAction={() => onOpen({ kind: 'usage', subUser })}>
            Usage
          </MenuItem>
          <MenuItem className="option" onAction={() => onOpen({ kind: 'edit', subUser, raiseToGb: null })}>
            Edit
          </MenuItem>
          {enables ? (
            <MenuItem className="option" onAction={() => void setStatus('active')}>
              Enable
            </MenuItem>
          ) : (
            <MenuItem className="option" isDisabled={main} onAction={() => void setStatus('disabled')}>
              Disable
            </MenuItem>
          )}
          <MenuItem
            className="option"
            onAction={() =>
              void bridge.command('copyText', { text: connectionText(username), secret: false })
            }
          >
            Copy connection
          </MenuItem>
          <MenuItem
            className="option"
            onAction={() =>
              changeAlerts({
                mutedSubUserIds: isMuted ? muted.filter((each) => each !== id) : [...muted, id],
              })
            }
          >
            {isMuted ? 'Unmute alerts' : 'Mute alerts'}
          </MenuItem>
          <MenuItem
            className="option danger"
            isDisabled={main}
            onAction={() => onOpen({ kind: 'delete', subUser })}
          >
            Delete
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
