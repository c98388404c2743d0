import { rowHeightsPx } from '../../../../electron/contract/appearance.ts';
import { useMirror } from '../../mirror.ts';

/** Returns the height of a row in CSS pixels, by the density that the user chose. */
export function useRowHeight(): number {
  return rowHeightsPx[useMirror((mirror) => mirror.settings.density)];
}
