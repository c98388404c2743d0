import { type PointerEventHandler, useMemo, useRef, useState } from 'react';
import type { SubUser } from '../../../electron/contract/sub-user.ts';
import { useMirror } from '../../state/mirror.ts';
import { inShownOrder, rowsOf } from './rows.ts';

type ShownRows = {
  /** Null before the first reading. */
  rows: SubUser[] | null;
  /** For the element that holds the rows. */
  pointing: { onPointerEnter: PointerEventHandler; onPointerLeave: PointerEventHandler };
};

/**
 * The rows in order. While the pointer is on them a refresh changes figures in place: a row that moved away under a
 * click would be the wrong one.
 */
export function useShownRows(search: string): ShownRows {
  const list = useMirror((mirror) => mirror.subUsers);
  const view = useMirror((mirror) => mirror.settings?.subUserView);
  const pointed = useRef(false);
  const [shown] = useState<{ key: string; ids: number[] }>({ key: '', ids: [] });
  const rows = useMemo(() => {
    if (list === undefined || view === undefined || list.readAt === null) return null;
    const sorted = rowsOf(list.subUsers, view, search);
    const key = JSON.stringify([view, search]);
    const inPlace = pointed.current && shown.key === key ? inShownOrder(sorted, shown.ids) : sorted;
    shown.key = key;
    shown.ids = inPlace.map(({ id }) => id);
    return inPlace;
  }, [list, view, search, shown]);
  const point = (on: boolean) => () => {
    pointed.current = on;
  };
  return { rows, pointing: { onPointerEnter: point(true), onPointerLeave: point(false) } };
}
