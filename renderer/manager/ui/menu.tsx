import type { ReactNode, RefObject } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, type PopoverProps } from 'react-aria-components';
import './options.css';

export type MenuAction = {
  name: string;
  run: () => void;
  isDisabled?: boolean;
  /** It loses something. */
  isDangerous?: boolean;
};

type Actions = { actions: readonly MenuAction[] };

/** Opens a list of actions at a button. */
export function Menu({ button, actions }: Actions & { button: ReactNode }) {
  return (
    <MenuTrigger>
      {button}
      <Popover className="floating" placement="bottom end">
        <ActionList actions={actions} />
      </Popover>
    </MenuTrigger>
  );
}

type PlacedMenuProps = Actions & {
  label: string;
  /** The element at which it opens. */
  at: RefObject<Element | null>;
  placement: NonNullable<PopoverProps['placement']>;
  onClose: () => void;
};

/** Shows a list of actions that is open, at an element that need not be a button. */
export function PlacedMenu({ actions, label, at, placement, onClose }: PlacedMenuProps) {
  return (
    <Popover
      className="floating"
      isOpen
      onOpenChange={(open) => !open && onClose()}
      triggerRef={at}
      placement={placement}
    >
      <ActionList actions={actions} label={label} onClose={onClose} />
    </Popover>
  );
}

function ActionList({ actions, label, onClose }: Actions & { label?: string; onClose?: () => void }) {
  return (
    <AriaMenu
      className="options"
      {...(label !== undefined && { 'aria-label': label })}
      {...(onClose !== undefined && { onClose, autoFocus: 'first' as const })}
    >
      {actions.map(({ name, run, isDisabled = false, isDangerous = false }) => (
        <MenuItem
          key={name}
          className={isDangerous ? 'option danger' : 'option'}
          isDisabled={isDisabled}
          onAction={run}
        >
          {name}
        </MenuItem>
      ))}
    </AriaMenu>
  );
}
