import { type RefObject, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { headingHeightPx } from './columns.ts';

/** This many rows above and below the visible ones are rendered too, so that a turn of the wheel finds them. */
const spareRows = 4;
/** The window moves in steps, so that the grid does not render at every pixel of a scroll. */
const stepRows = 4;

/** The rendered rows: from `first` up to but without `end`. */
export type RowWindow = { first: number; end: number };

/** Tracks which rows of the scrolled element are in view. All rows have the same height. */
export function useRowWindow(frame: RefObject<HTMLElement | null>, rowHeightPx: number): RowWindow {
  const [seen, setSeen] = useState<RowWindow>({ first: 0, end: 40 });
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const follow = () => {
      const next = windowAt(element.scrollTop, element.clientHeight, rowHeightPx);
      setSeen((last) => (last.first === next.first && last.end === next.end ? last : next));
    };
    // At once, since a frame without the rows would be shown otherwise.
    const followNow = () => flushSync(follow);
    follow();
    const observer = new ResizeObserver(follow);
    observer.observe(element);
    element.addEventListener('scroll', followNow, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', followNow);
    };
  }, [frame, rowHeightPx]);
  return seen;
}

/** Returns the window for a scroll position and a height in CSS pixels. */
export function windowAt(scrollTopPx: number, heightPx: number, rowHeightPx: number): RowWindow {
  const firstSeen = Math.floor(scrollTopPx / rowHeightPx);
  const seen = Math.ceil(heightPx / rowHeightPx);
  const first = Math.max(0, Math.floor((firstSeen - spareRows) / stepRows) * stepRows);
  return { first, end: Math.ceil((firstSeen + seen + spareRows) / stepRows) * stepRows };
}

/** Scrolls as little as needed for a row to be fully visible, below the sticky headings. */
export function scrollToRow(element: HTMLElement, index: number, rowHeightPx: number): void {
  const top = index * rowHeightPx;
  const heightPx = element.clientHeight - headingHeightPx;
  if (top < element.scrollTop) element.scrollTop = top;
  else if (top + rowHeightPx > element.scrollTop + heightPx) element.scrollTop = top + rowHeightPx - heightPx;
}
