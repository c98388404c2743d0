import { type PointerEventHandler, useMemo, useRef, useState } from 'react';
import { withOwnLimits } from '../../../electron/contract/own-limits.ts';
import type { SubUserView } from '../../../electron/contract/settings.ts';
import type { SubUser } from '../../../electron/contract/sub-user.ts';
import { bridge } from '../../state/bridge.ts';
import { useMirror } from '../mirror.ts';
import { keepPageState } from '../view.ts';
import { effectiveView, inShownOrder, rowsOf } from './rows.ts';
import { useOwnLimits } from './use-own-limits.ts';

type ShownRows = {
  /** Null before the first reading. */
  rows: SubUser[] | null;
  /** The order and the filter of the rows. */
  view: SubUserView;
  /** The number of all sub-users; null before the first reading. */
  total: number | null;
  /** Handlers for the element that holds the rows. */
  pointing: { onPointerEnter: PointerEventHandler; onPointerLeave: PointerEventHandler };
};

/**
 * Returns the rows in order. While the pointer is on them, a refresh changes figures in place, so that no row moves away
 * under a click.
 */
export function useShownRows(search: string): ShownRows {
  const list = useMirror((mirror) => mirror.subUsers);
  const chosen = useMirror((mirror) => mirror.settings.subUserView);
  const view = useMemo(() => effectiveView(list.subUsers, chosen), [list, chosen]);
  const own = useOwnLimits();
  const pointed = useRef(false);
  const [shown] = useState<{ key: string; ids: number[] }>({ key: '', ids: [] });
  const rows = useMemo(() => {
    if (list.readAt === null) return null;
    const byId = new Map(list.subUsers.map((each) => [each.id, each]));
    // Filters and order go by the own limits; a row shows both.
    const sorted = rowsOf(withOwnLimits(list.subUsers, own), view, search).map(
      (each) => byId.get(each.id) ?? each,
    );
    const key = JSON.stringify([view, search]);
    const inPlace = pointed.current && shown.key === key ? inShownOrder(sorted, shown.ids) : sorted;
    shown.key = key;
    shown.ids = inPlace.map(({ id }) => id);
    return inPlace;
  }, [list, own, view, search, shown]);
  const point = (on: boolean) => () => {
    pointed.current = on;
  };
  const pointing = { onPointerEnter: point(true), onPointerLeave: point(false) };
  return { rows, view, total: list.readAt === null ? null : list.subUsers.length, pointing };
}

/** Ends the search and the filter. */
export function showAllRows(view: SubUserView): void {
  keepPageState('subUsers', 'search', '');
  void bridge.command('changeSettings', { subUserView: { ...view, filter: 'all' } });
}
