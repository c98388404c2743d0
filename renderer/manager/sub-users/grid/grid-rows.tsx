import { useEffect, useRef, useState } from 'react';
import { useTableRowGroup } from 'react-aria/useTable';
import { useLocale } from 'react-aria-components';
import { useMirror } from '../../mirror.ts';
import { useOwnLimits } from '../use-own-limits.ts';
import type { GridState, SubUserCollection } from './collection.ts';
import type { ColumnId, GridColumn } from './columns.ts';
import type { RowContext } from './row-context.ts';
import { createRowPlaces } from './row-places.ts';
import { useRowWindow } from './row-window.ts';
import { SubUserRow } from './sub-user-row.tsx';
import { focusWithin, useRowEvents } from './use-row-events.ts';
import { useRowFigures } from './use-row-figures.ts';

type GridRowsProps = {
  frame: { current: HTMLDivElement | null };
  collection: SubUserCollection;
  columns: readonly GridColumn[];
  state: GridState;
  ids: { grid: string | undefined; collection: string | undefined };
  context: RowContext;
  /** The sub-user whose details are open. */
  openId: number | null;
  rowHeightPx: number;
};

/**
 * Renders the rows in view. Scrolling renders only this component and the rows that come into view, in the elements of those
 * that left it.
 */
export function GridRows(props: GridRowsProps) {
  const { frame, collection, columns, state, ids, context, openId, rowHeightPx } = props;
  const { selectionManager } = state;
  const { rowGroupProps } = useTableRowGroup();
  const { locale } = useLocale();
  const mainName = useMirror(({ session }) => (session.kind === 'signed-in' ? session.username : null));
  const own = useOwnLimits();
  const mutedIds = useMirror(({ settings }) => settings.alerts.mutedSubUserIds);
  const window = useRowWindow(frame, rowHeightPx);
  const [placesOf] = useState(createRowPlaces);
  const shown = shownRows(collection, window, selectionManager.focusedKey);
  const places = placesOf(shown.map(({ subUser }) => subUser.id));
  const figures = useRowFigures(shown.map(({ subUser }) => subUser.id));
  const events = useRowEvents(collection, state, context);
  const body = useFocusedElement(state);
  return (
    <div
      {...rowGroupProps}
      {...events}
      ref={body}
      className="grid-body"
      style={{ height: collection.size * rowHeightPx }}
    >
      {shown.map(({ subUser, index }, place) => (
        <SubUserRow
          key={places[place]}
          subUser={subUser}
          index={index}
          columns={columns}
          gridId={ids.grid}
          collectionId={ids.collection}
          locale={locale}
          isSelected={selectionManager.isSelected(subUser.id)}
          isOpen={subUser.id === openId}
          isMain={subUser.username === mainName}
          isMuted={mutedIds.includes(subUser.id)}
          own={own.get(subUser.id) ?? null}
          focused={focusedPart(selectionManager.focusedKey, subUser.id)}
          days={figures.days.get(subUser.id)}
          reachesAt={figures.reachesAt.get(subUser.id)}
          rowHeightPx={rowHeightPx}
        />
      ))}
    </div>
  );
}

type Focused = GridState['selectionManager']['focusedKey'];

/** Returns the rows in view, and the focused one, which would lose the focus if it left the page. */
function shownRows(
  collection: SubUserCollection,
  { first, end }: { first: number; end: number },
  focused: Focused,
) {
  const kept = focused === null ? null : collection.indexOf(focused);
  const indexes = Array.from(
    { length: Math.max(0, Math.min(end, collection.size) - first) },
    (_, at) => first + at,
  );
  if (kept !== null && (kept < first || kept >= end)) indexes.push(kept);
  return indexes.flatMap((index) => {
    const subUser = collection.subUserAt(index);
    return subUser === null ? [] : { subUser, index };
  });
}

function focusedPart(focused: Focused, id: number): 'row' | ColumnId | null {
  if (focused === id) return 'row';
  const prefix = `${id} `;
  return typeof focused === 'string' && focused.startsWith(prefix)
    ? (focused.slice(prefix.length) as ColumnId)
    : null;
}

/** Moves the focus of the page to the row or cell that the keyboard moved to. */
function useFocusedElement({ selectionManager: { focusedKey, isFocused } }: GridState) {
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isFocused || focusedKey === null) return;
    const element = body.current?.querySelector<HTMLElement>(`[data-key="${focusedKey}"]`);
    const active = document.activeElement;
    const isWithin =
      typeof focusedKey === 'string' && element !== active && element?.contains(active) === true;
    if (element != null && element !== active && !isWithin) focusWithin(element);
  }, [focusedKey, isFocused]);
  return body;
}
