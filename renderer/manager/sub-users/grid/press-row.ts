import type { Key } from 'react-aria-components';
import type { GridState } from './collection.ts';

type Modifiers = { shiftKey: boolean; ctrlKey: boolean; metaKey: boolean };

/** Selects by a press with Shift (a range) or Ctrl (one more). Returns whether it did; otherwise the press opens the row. */
export function pressRow(
  { shiftKey, ctrlKey, metaKey }: Modifiers,
  key: Key,
  focusedBefore: Key | null,
  { selectionManager, collection }: GridState,
): boolean {
  if (ctrlKey || metaKey) selectionManager.toggleSelection(key);
  else if (!shiftKey) return false;
  else if (!selectionManager.isEmpty || focusedBefore === null) selectionManager.extendSelection(key);
  else {
    const keys = [...collection.getKeys()];
    const [from, to] = [keys.indexOf(focusedBefore), keys.indexOf(key)].sort((one, other) => one - other);
    selectionManager.setSelectedKeys(keys.slice(Math.max(0, from ?? 0), (to ?? 0) + 1));
  }
  return true;
}
