import { type ChangeEvent, type FocusEvent, type MouseEvent, useRef } from 'react';
import type { Key } from 'react-aria-components';
import type { GridState, SubUserCollection } from './collection.ts';
import { pressRow } from './press-row.ts';
import type { RowContext } from './row-context.ts';

const controls = 'button,input';

/** Returns the handlers of all rows, for the element around them: a listener in each row and cell would cost time. */
export function useRowEvents(collection: SubUserCollection, state: GridState, context: RowContext) {
  const { selectionManager } = state;
  const focusedBefore = useRef<Key | null>(null);
  const rowOf = (element: Element | null) => {
    const key = element === null ? null : keyOf(element);
    const index = key === null ? null : collection.indexOf(key);
    return index === null ? null : collection.at(index);
  };
  return {
    onMouseDown(event: MouseEvent) {
      if (isInControl(event)) return;
      // The row takes the focus rather than the cell under the pointer, so that the arrow keys move from row to row.
      event.preventDefault();
      focusedBefore.current = selectionManager.focusedKey;
      rowElement(event)?.focus({ preventScroll: true });
    },
    onClick(event: MouseEvent) {
      const subUser = rowOf(rowElement(event))?.value ?? null;
      if (subUser === null) return;
      const button = closest(event, 'button');
      if (button !== null) context.onMenu(subUser, button);
      else if (isInControl(event)) return;
      else if (!pressRow(event, subUser.id, focusedBefore.current, state)) context.onOpen(subUser);
    },
    onContextMenu(event: MouseEvent) {
      event.preventDefault();
      const subUser = rowOf(rowElement(event))?.value ?? null;
      if (subUser !== null) context.onMenu(subUser, { x: event.clientX, y: event.clientY });
    },
    onChange(event: ChangeEvent) {
      const row = rowOf(rowElement(event));
      if (row !== null) selectionManager.toggleSelection(row.key);
    },
    onFocus({ target, relatedTarget }: FocusEvent) {
      const element = target.closest<HTMLElement>('[data-key]');
      if (element === null) return;
      // The Tab key does not move within a grid: it is one stop, which keeps its place.
      if (target === element || !target.matches(':focus-visible'))
        selectionManager.setFocusedKey(keyOf(element));
      if (target !== element || element.contains(relatedTarget)) return;
      requestAnimationFrame(() => document.activeElement === element && focusWithin(element));
    },
  };
}

/** Focuses a row, or of a cell what can be used in it. */
export function focusWithin(element: HTMLElement): void {
  const control = element.role === 'row' ? null : element.querySelector<HTMLElement>(controls);
  (control ?? element).focus({ preventScroll: true });
}

function keyOf(element: Element): Key | null {
  const key = element instanceof HTMLElement ? element.dataset.key : undefined;
  if (key === undefined) return null;
  return key.includes(' ') ? key : Number(key);
}

type Targeted = { target: EventTarget };

function closest({ target }: Targeted, selector: string): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>(selector) : null;
}

function rowElement(event: Targeted): HTMLElement | null {
  return closest(event, '[role=row]');
}

function isInControl(event: Targeted): boolean {
  return closest(event, `${controls},label`) !== null;
}
