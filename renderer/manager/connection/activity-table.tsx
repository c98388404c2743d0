import { ChevronRight } from 'lucide-react';
import { Fragment, type KeyboardEvent, memo, useState } from 'react';
import { useLocale } from 'react-aria-components';
import type { ActivityEntry } from '../../../electron/contract/activity.ts';
import {
  callText,
  formatBytes,
  formatElapsed,
  formatSecond,
  outcomeText,
  statusText,
} from '../../../electron/text/activity.ts';
import { say } from '../../../electron/text/say.ts';
import { formatNumber, unknownText } from '../../../electron/text/traffic.ts';
import { ExchangeDetails } from './exchange-details.tsx';

type ActivityTableProps = {
  /** Newest first. */
  entries: readonly ActivityEntry[];
  nameOf: (id: number) => string | null;
};

const columns = ['time', 'call', 'status', 'tries', 'duration', 'size', 'outcome'] as const;

/** Lists requests. A row opens its details below; the arrow keys move from row to row. */
export function ActivityTable({ entries, nameOf }: ActivityTableProps) {
  const [open, setOpen] = useState<number | null>(null);
  const [focused, setFocused] = useState<number | null>(null);
  const { locale } = useLocale();
  const reached = entries.some(({ number }) => number === focused) ? focused : entries[0]?.number;
  return (
    <div className="data-table activity-table">
      <table aria-label={say('activity.table')}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={column}>
                {say(`activity.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => {
            const { number, request } = entry;
            return (
              <Fragment key={number}>
                <ActivityRow
                  entry={entry}
                  name={request.subUserId === null ? null : nameOf(request.subUserId)}
                  locale={locale}
                  isOpen={number === open}
                  isReached={number === reached}
                  onToggle={setOpen}
                  onFocus={setFocused}
                />
                {number === open && (
                  <tr className="activity-details">
                    <td colSpan={columns.length}>
                      <ExchangeDetails entry={entry} />
                    </td>
                  </tr>
                )}
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

type ActivityRowProps = {
  entry: ActivityEntry;
  name: string | null;
  locale: string;
  isOpen: boolean;
  /** Tab leads to this row of all. */
  isReached: boolean;
  onToggle: (change: (open: number | null) => number | null) => void;
  onFocus: (number: number) => void;
};

/** Rendered again only if its request changed, since there are 500. */
const ActivityRow = memo(function ActivityRow(props: ActivityRowProps) {
  const { entry, name, locale, isOpen, isReached, onToggle, onFocus } = props;
  const { number, at, request, status, tries, durationMs, bytes, outcome } = entry;
  const state = typeof outcome === 'object' ? 'failed' : outcome;
  const subject = name ?? request.username ?? (request.subUserId === null ? null : `${request.subUserId}`);
  return (
    <tr className={isOpen ? `${state} open` : state}>
      <td className="time">{formatSecond(at, locale)}</td>
      <td className="call">
        <button
          type="button"
          className="activity-open"
          aria-expanded={isOpen}
          tabIndex={isReached ? 0 : -1}
          onFocus={() => onFocus(number)}
          onKeyDown={moveFocus}
          onClick={() => onToggle((open) => (open === number ? null : number))}
        >
          <ChevronRight />
          <span>
            {callText(request.call)}
            {subject !== null && (
              <>
                {' '}
                <bdi className="subject">{subject}</bdi>
              </>
            )}
          </span>
        </button>
      </td>
      <td className="status">{statusText(status)}</td>
      <td className="tries">{formatNumber(tries, locale)}</td>
      <td className="duration">{durationMs === null ? unknownText : formatElapsed(durationMs, locale)}</td>
      <td className="size">{formatBytes(bytes, locale)}</td>
      <td className="outcome" title={outcomeText(outcome)}>
        {outcomeText(outcome)}
      </td>
    </tr>
  );
});

/** Moves to another row, as in a list. */
function moveFocus(event: KeyboardEvent<HTMLButtonElement>): void {
  const all = [
    ...(event.currentTarget.closest('tbody')?.querySelectorAll<HTMLElement>('.activity-open') ?? []),
  ];
  const at = all.indexOf(event.currentTarget);
  const targets: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 0,
    End: all.length - 1,
  };
  const target = targets[event.key];
  if (target === undefined) return;
  event.preventDefault();
  all[target]?.focus();
}
