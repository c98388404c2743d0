import { Ellipsis, Maximize2, Minimize2, X } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { Forecast } from '../../../../electron/contract/forecast.ts';
import type { SubUser } from '../../../../electron/contract/sub-user.ts';
import { say } from '../../../../electron/text/say.ts';
import { useMirror } from '../../mirror.ts';
import { Menu } from '../../ui/menu.tsx';
import type { Notices } from '../notices.tsx';
import type { Ask } from '../open.ts';
import { changeOfStatus, useRowActions } from '../row-actions.ts';
import { RaiseLimit } from './raise-limit.tsx';
import { useNarrowWindow } from './use-covering.ts';

type PanelHeadProps = {
  subUser: SubUser;
  forecast: Forecast | null;
  isExpanded: boolean;
  onExpand: (isExpanded: boolean) => void;
  onOpen: (ask: Ask) => void;
  notices: Notices;
  onClose: () => void;
};

/** Names the sub-user, and holds the actions on it. */
export function PanelHead(props: PanelHeadProps) {
  const { subUser, isExpanded, onExpand, onOpen, onClose } = props;
  const narrow = useNarrowWindow();
  return (
    <header className="panel-head">
      <div className="panel-title">
        <h2>
          <bdi title={subUser.username}>{subUser.username}</bdi>
        </h2>
        {!narrow && (
          <Button
            className="icon-button"
            aria-label={isExpanded ? say('panel.collapse') : say('panel.expand')}
            onPress={() => onExpand(!isExpanded)}
          >
            {isExpanded ? <Minimize2 /> : <Maximize2 />}
          </Button>
        )}
        <Button className="icon-button" aria-label={say('panel.close')} onPress={onClose}>
          <X />
        </Button>
      </div>
      <PanelActions {...props} onOpen={onOpen} />
    </header>
  );
}

function PanelActions({ subUser, forecast, onOpen, notices }: PanelHeadProps) {
  const main = useMirror(
    ({ session }) => session.kind === 'signed-in' && session.username === subUser.username,
  );
  const status = changeOfStatus(subUser, main, notices);
  const shown: readonly string[] = [say('subUsers.usage'), say('subUsers.edit'), status.name];
  const rest = useRowActions(subUser, onOpen, notices).filter(({ name }) => !shown.includes(name));
  const more = (
    <Button className="button" aria-label={say('panel.more', { username: subUser.username })}>
      <Ellipsis />
    </Button>
  );
  return (
    <div className="panel-actions">
      <RaiseLimit subUser={subUser} forecast={forecast} onOpen={onOpen} notices={notices} />
      <Button className="button" onPress={() => onOpen({ kind: 'edit', subUser, raiseToGb: null })}>
        {say('subUsers.edit')}
      </Button>
      <Button className="button" isDisabled={status.isDisabled === true} onPress={status.run}>
        {status.name}
      </Button>
      <Menu button={more} actions={rest} />
    </div>
  );
}
