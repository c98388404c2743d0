import { memo, type ReactNode, useRef } from 'react';
import { useTableCell, useTableRow, useTableSelectionCheckbox } from 'react-aria/useTable';
import type { SubUser } from '../../../../electron/contract/sub-user.ts';
import { formatDate } from '../../../../electron/contract/time-text.ts';
import { formatShare, formatTraffic, unknownText } from '../../../../electron/contract/traffic-text.ts';
import { usedShare } from '../../../../electron/contract/used-share.ts';
import { useMirror } from '../../../state/mirror.ts';
import { limitText } from '../../../ui/limit-text.ts';
import { Meter } from '../../../ui/meter.tsx';
import type { Open } from '../open.ts';
import { RowMenu } from '../row-menu.tsx';
import { statusText, yesNo } from '../texts.ts';
import type { GridNode, GridState } from './collection.ts';
import { type ColumnId, gridColumns, rowHeightPx } from './columns.ts';
import { SelectBox } from './select-box.tsx';

/** What a row needs besides its sub-user; the same for all rows. */
export type RowContext = {
  locale: string;
  onOpen: (open: Open) => void;
  onProblem: (problem: string | null) => void;
};

type RowProps = { node: GridNode; state: GridState; context: RowContext };

export const SubUserRow = memo(function SubUserRow({ node, state, context }: RowProps) {
  const row = useRef<HTMLDivElement>(null);
  const { rowProps, isSelected } = useTableRow({ node, isVirtualized: true }, state, row);
  const subUser = node.value;
  if (subUser === null) return null;
  const className = `grid-row row ${subUser.status}${isSelected ? ' selected' : ''}`;
  return (
    <div {...rowProps} ref={row} className={className} style={{ top: node.index * rowHeightPx }}>
      {[...node.childNodes].map((cell, place) => {
        const column = gridColumns[place]?.id;
        if (column === undefined) return null;
        return (
          <Cell key={cell.key} node={cell} column={column} state={state}>
            {contents[column](subUser, context, state)}
          </Cell>
        );
      })}
    </div>
  );
});

type CellProps = { node: GridNode; column: ColumnId; state: GridState; children: ReactNode };

function Cell({ node, column, state, children }: CellProps) {
  const cell = useRef<HTMLDivElement>(null);
  const { gridCellProps } = useTableCell({ node, isVirtualized: true }, state, cell);
  return (
    <div {...gridCellProps} ref={cell} className={`cell ${column}`}>
      {children}
    </div>
  );
}

const contents: Record<ColumnId, (subUser: SubUser, context: RowContext, state: GridState) => ReactNode> = {
  select: ({ id }, _context, state) => <SelectOne id={id} state={state} />,
  username: (subUser) => <Name subUser={subUser} />,
  status: (subUser) => statusText(subUser),
  traffic: ({ trafficGb }, { locale }) => formatTraffic(trafficGb, locale),
  limit: ({ limit }, { locale }) => limitText(limit, locale, unknownText),
  share: (subUser, { locale }) => <Used subUser={subUser} locale={locale} />,
  disablesAtLimit: ({ disablesAtLimit }) => yesNo(disablesAtLimit),
  lifetime: ({ lifetime }) => yesNo(lifetime),
  created: ({ createdAt }, { locale }) => (createdAt === null ? unknownText : formatDate(createdAt, locale)),
  actions: (subUser, context) => <Actions subUser={subUser} context={context} />,
};

function SelectOne({ id, state }: { id: number; state: GridState }) {
  const { checkboxProps } = useTableSelectionCheckbox({ key: id }, state);
  return <SelectBox {...checkboxProps} />;
}

function Name({ subUser }: { subUser: SubUser }) {
  const main = useIsMainUser(subUser);
  const muted = useMirror(({ settings }) => settings?.alerts.mutedSubUserIds.includes(subUser.id) ?? false);
  return (
    <>
      <bdi title={subUser.username}>{subUser.username}</bdi>
      {main && <span className="badge">Main</span>}
      {muted && <span className="badge">Muted</span>}
    </>
  );
}

function Used({ subUser, locale }: { subUser: SubUser; locale: string }) {
  const share = usedShare(subUser.trafficGb, subUser.limit);
  if (share === null) return null;
  return (
    <>
      <Meter label={`Used by ${subUser.username}`} share={share} text={formatShare(share, locale)} />
      <span>{formatShare(share, locale)}</span>
    </>
  );
}

function Actions({ subUser, context }: { subUser: SubUser; context: RowContext }) {
  const { onOpen, onProblem } = context;
  return <RowMenu subUser={subUser} main={useIsMainUser(subUser)} onOpen={onOpen} onProblem={onProblem} />;
}

function useIsMainUser({ username }: SubUser): boolean {
  return useMirror(({ session }) => session?.kind === 'signed-in' && session.username === username);
}
