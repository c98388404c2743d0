import type { Rectangle } from '../windows/popover-placement.ts';
import type { TrayActionName, TrayModel } from './tray-model.ts';

/** One icon in the tray, by whichever way the desktop has for it. */
export type ShownIcon = {
  /** Redraws only where the content has changed. */
  show(model: TrayModel): void;
  remove(): void;
};

/**
 * Takes what the user asks for by a click or the menu. `tray` is where the icon is if it has a size, and else where the
 * desktop says that the click was; all zero is unknown.
 */
export type TakeAsk = (ask: TrayActionName | 'click', tray: Rectangle) => void;
