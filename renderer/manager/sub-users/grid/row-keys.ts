import type { KeyboardEvent } from 'react';
import type { SubUser } from '../../../../electron/contract/sub-user.ts';
import type { GridState, SubUserCollection } from './collection.ts';

export type RowAction = 'edit' | 'limit' | 'delete';
type KeyAction = RowAction | 'open' | 'toggle' | 'range' | 'menu';

type Pressed = { key: string; shiftKey: boolean; ctrlKey: boolean; altKey: boolean; metaKey: boolean };

/** Returns what a key does on a row, or null where it is left to the grid. */
export function rowKeyAction({ key, shiftKey, ctrlKey, altKey, metaKey }: Pressed): KeyAction | null {
  if (ctrlKey || altKey || metaKey) return null;
  if (shiftKey) return key === ' ' ? 'range' : key === 'F10' ? 'menu' : null;
  return Object.hasOwn(plainKeys, key) ? (plainKeys[key] ?? null) : null;
}

const plainKeys: Record<string, KeyAction> = {
  Enter: 'open',
  ' ': 'toggle',
  F2: 'edit',
  l: 'limit',
  Delete: 'delete',
  ContextMenu: 'menu',
};

/** The grid takes letters within this time for the start of one name. */
const typingMs = 1_000;

export type RowKeyHandlers = {
  onOpen: (subUser: SubUser) => void;
  onMenu: (subUser: SubUser, place: HTMLElement) => void;
  onAction: (subUser: SubUser, action: RowAction) => void;
};

/**
 * Creates the handler of keys on the focused row. It listens before the grid, which would take `l` for the start of a name;
 * in the middle of one it is.
 */
export function createRowKeys() {
  let typedAt = Number.NEGATIVE_INFINITY;
  return function handle(
    event: KeyboardEvent,
    collection: SubUserCollection,
    { selectionManager }: GridState,
    handlers: RowKeyHandlers,
  ): void {
    const index =
      selectionManager.focusedKey === null ? null : collection.indexOf(selectionManager.focusedKey);
    const row = index === null ? null : collection.at(index);
    if (row?.value == null) return;
    const isTyping = event.timeStamp - typedAt < typingMs;
    const action = rowKeyAction(event);
    if (action === null || (action === 'limit' && isTyping)) {
      if (event.key.length === 1) typedAt = event.timeStamp;
      return;
    }
    const { target } = event;
    const inControl = target instanceof Element && target.closest('button, input') !== null;
    if (inControl && (action === 'open' || action === 'toggle')) return;
    event.preventDefault();
    event.stopPropagation();
    if (action === 'open') handlers.onOpen(row.value);
    else if (action === 'toggle') selectionManager.toggleSelection(row.key);
    else if (action === 'range') selectionManager.extendSelection(row.key);
    else if (action === 'menu') {
      const place = target instanceof Element ? target.closest<HTMLElement>('[role=row]') : null;
      if (place !== null) handlers.onMenu(row.value, place);
    } else handlers.onAction(row.value, action);
  };
}
