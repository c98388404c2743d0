import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { SubUser } from '../../../../electron/contract/sub-user.ts';
import { keepPageState, pageState } from '../../view.ts';
import type { GridState, SubUserCollection } from './collection.ts';

/** Asks the grid to focus a row; each request is a new object. */
export type FocusRequest = { id: number };

type Frame = RefObject<HTMLElement | null>;

/** Scrolls the grid to where it was left with its focused row, and keeps where it is. */
export function useKeptPlace(frame: Frame, { selectionManager }: GridState): void {
  const { focusedKey } = selectionManager;
  // biome-ignore lint/correctness/useExhaustiveDependencies: restored once, when the grid is shown.
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return;
    element.scrollTop = pageState('subUsers', 'scrollPx');
    const focusedId = pageState('subUsers', 'focusedId');
    if (focusedId !== null) selectionManager.setFocusedKey(focusedId);
    const keep = () => keepPageState('subUsers', 'scrollPx', element.scrollTop);
    element.addEventListener('scroll', keep, { passive: true });
    return () => element.removeEventListener('scroll', keep);
  }, [frame]);
  useEffect(() => {
    if (typeof focusedKey === 'number') keepPageState('subUsers', 'focusedId', focusedKey);
  }, [focusedKey]);
}

/** Calls `onMove` when a key, not the pointer, moved the focus to another row. Returns the function that notes which it was. */
export function useMoveByKey(
  collection: SubUserCollection,
  { selectionManager: { focusedKey } }: GridState,
  onMove: (subUser: SubUser) => void,
): (byKey: boolean) => void {
  const byKey = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows that change in place are no move.
  useEffect(() => {
    const index = focusedKey === null || !byKey.current ? null : collection.indexOf(focusedKey);
    const subUser = index === null ? null : collection.at(index)?.value;
    if (subUser != null) onMove(subUser);
  }, [focusedKey]);
  return (isKey) => {
    byKey.current = isKey;
  };
}

/** Focuses the row of each new request. */
export function useFocusRequest(request: FocusRequest | null, { selectionManager }: GridState): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: each request is met once.
  useEffect(() => {
    if (request === null) return;
    selectionManager.setFocused(true);
    selectionManager.setFocusedKey(request.id);
  }, [request]);
}
