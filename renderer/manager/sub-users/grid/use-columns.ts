import { type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Key } from 'react-aria-components';
import { subUserColumns } from '../../../../electron/contract/settings.ts';
import { bridge } from '../../../state/bridge.ts';
import { useMirror } from '../../mirror.ts';
import { withWidth } from './column-choice.ts';
import { layColumns, type ShownColumn } from './column-layout.ts';
import type { GridColumn } from './columns.ts';

const leastPx = 48;
const mostPx = 800;

export type Columns = {
  /** Changes only with the columns, not with their widths. */
  columns: readonly GridColumn[];
  /** The widths as a CSS value. */
  template: string;
  widthOf: (key: Key) => number;
  leastPx: number;
  mostPx: number;
  /** Shows a column with another width, until `save` keeps it. */
  resize: (key: Key, widthPx: number) => void;
  save: () => void;
};

/** Lays the columns that the user chose into the frame, and takes new widths. */
export function useColumns(frame: RefObject<HTMLElement | null>): Columns {
  const choice = useMirror(({ settings }) => settings.subUserColumns);
  const widthPx = useWidth(frame);
  const [resized, setResized] = useState<typeof choice | null>(null);
  const newest = useRef(choice);
  newest.current = resized ?? choice;
  const shown = useMemo(() => layColumns(resized ?? choice, widthPx), [resized, choice, widthPx]);
  const names = shown.map(({ id }) => id).join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the names stand for the columns, whatever their widths.
  const columns: readonly ShownColumn[] = useMemo(() => shown, [names]);
  return {
    columns,
    template: shown.map((each) => `${each.widthPx}px`).join(' '),
    widthOf: (key) => shown.find(({ id }) => id === key)?.widthPx ?? 0,
    leastPx,
    mostPx,
    resize(key, asked) {
      const id = subUserColumns.find((each) => each === key);
      const width = Math.round(Math.min(Math.max(asked, leastPx), mostPx));
      if (id === undefined) return;
      newest.current = withWidth(newest.current, id, width);
      setResized(newest.current);
    },
    save() {
      const subUserColumns = newest.current;
      if (resized !== null || subUserColumns !== choice) {
        void bridge.command('changeSettings', { subUserColumns }).then(() => setResized(null));
      }
    },
  };
}

/** Returns the width of an element's content, measured before the first paint. */
function useWidth(frame: RefObject<HTMLElement | null>): number {
  const [widthPx, setWidthPx] = useState(0);
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const measure = () => setWidthPx(element.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame]);
  return widthPx;
}
