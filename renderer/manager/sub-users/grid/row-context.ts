import type { SubUser } from '../../../../electron/contract/sub-user.ts';

/** Says where a menu opens: at an element, or at a point of the window. */
export type MenuPlace = HTMLElement | { x: number; y: number };

/** Holds what a row needs besides its sub-user. It is the same for all rows. */
export type RowContext = {
  onOpen: (subUser: SubUser) => void;
  onMenu: (subUser: SubUser, place: MenuPlace) => void;
};
