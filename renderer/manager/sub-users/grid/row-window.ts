import { type RefObject, useEffect, useState } from 'react';
import { headingHeightPx, rowHeightPx } from './columns.ts';

/** So many rows above and below the ones in view are in the page too, so that a turn of the wheel finds them there. */
const spareRows = 8;
/** The window moves in steps, so that not every pixel of a scroll makes the grid render. */
const stepRows = 4;

/** The rows that are in the page: from `first` up to and without `end`. */
export type RowWindow = { first: number; end: number };

/** Follows what of the scrolled element is in view. Rows are all of one height. */
export function useRowWindow(frame: RefObject<HTMLElement | null>): RowWindow {
  const [seen, setSeen] = useState<RowWindow>({ first: 0, end: 40 });
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const follow = () => {
      const next = windowAt(element.scrollTop, element.clientHeight);
      setSeen((last) => (last.first === next.first && last.end === next.end ? last : next));
    };
    follow();
    const observer = new ResizeObserver(follow);
    observer.observe(element);
    element.addEventListener('scroll', follow, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', follow);
    };
  }, [frame]);
  return seen;
}

/** The window for a scroll position and a height in CSS pixels. */
export function windowAt(scrollTopPx: number, heightPx: number): RowWindow {
  const firstSeen = Math.floor(scrollTopPx / rowHeightPx);
  const seen = Math.ceil(heightPx / rowHeightPx);
  const first = Math.max(0, Math.floor((firstSeen - spareRows) / stepRows) * stepRows);
  return { first, end: Math.ceil((firstSeen + seen + spareRows) / stepRows) * stepRows };
}

/** Scrolls no more than is needed for a row to be wholly in view, below the headings that stay. */
export function scrollToRow(element: HTMLElement, index: number): void {
  const top = index * rowHeightPx;
  const heightPx = element.clientHeight - headingHeightPx;
  if (top < element.scrollTop) element.scrollTop = top;
  else if (top + rowHeightPx > element.scrollTop + heightPx) element.scrollTop = top + rowHeightPx - heightPx;
}
