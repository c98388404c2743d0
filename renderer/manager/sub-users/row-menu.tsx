import { useRef } from 'react';
import type { SubUser } from '../../../electron/contract/sub-user.ts';
import { say } from '../../../electron/text/say.ts';
import { PlacedMenu } from '../ui/menu.tsx';
import type { MenuPlace } from './grid/row-context.ts';
import type { Notices } from './notices.tsx';
import type { Ask } from './open.ts';
import { useRowActions } from './row-actions.ts';

/** Describes the menu of a row that is open. */
export type OpenMenu = { subUser: SubUser; place: MenuPlace };

type RowMenuProps = {
  menu: OpenMenu;
  onOpen: (ask: Ask) => void;
  notices: Notices;
  onClose: () => void;
};

/** Shows the actions on one sub-user at its button, its row or the pointer. */
export function RowMenu({ menu: { subUser, place }, onOpen, notices, onClose }: RowMenuProps) {
  const point = useRef<HTMLElement>(null);
  const actions = useRowActions(subUser, onOpen, notices);
  const atElement = place instanceof HTMLElement;
  const element = useRef(atElement ? place : null);
  return (
    <>
      {!atElement && (
        <span ref={point} className="menu-point" style={{ left: place.x, top: place.y }} aria-hidden="true" />
      )}
      <PlacedMenu
        label={say('subUsers.actions', { username: subUser.username })}
        actions={actions}
        at={atElement ? element : point}
        placement={atElement ? 'bottom end' : 'bottom start'}
        onClose={onClose}
      />
    </>
  );
}
