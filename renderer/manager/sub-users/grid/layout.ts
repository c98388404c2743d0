import type { LayoutDelegate } from '@react-types/shared';
import type { Key } from 'react-aria-components';
import type { SubUserCollection } from './collection.ts';

/** Gives React Aria the positions of all rows, rendered or not, for Page Up and Page Down. */
export function layoutOf(
  collection: SubUserCollection,
  frame: { current: HTMLElement | null },
  rowHeightPx: number,
): LayoutDelegate {
  const size = () => ({
    width: frame.current?.clientWidth ?? 0,
    height: collection.size * rowHeightPx,
  });
  return {
    getItemRect(key: Key) {
      const index = collection.indexOf(key);
      return index === null
        ? null
        : { x: 0, y: index * rowHeightPx, width: size().width, height: rowHeightPx };
    },
    getVisibleRect: () => ({
      x: 0,
      y: frame.current?.scrollTop ?? 0,
      width: size().width,
      height: frame.current?.clientHeight ?? 0,
    }),
    getContentSize: size,
  };
}
