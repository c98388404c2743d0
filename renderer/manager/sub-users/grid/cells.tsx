import { Ban, Ellipsis, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Limit } from '../../../../electron/contract/limit.ts';
import type { SubUser } from '../../../../electron/contract/sub-user.ts';
import { usedShare } from '../../../../electron/contract/used-share.ts';
import { formatColumnGb, formatColumnShare, statusExceptionText } from '../../../../electron/text/grid.ts';
import { limitText } from '../../../../electron/text/limit.ts';
import { say } from '../../../../electron/text/say.ts';
import { formatDate, formatDayAt } from '../../../../electron/text/time.ts';
import { formatNumber, unknownText } from '../../../../electron/text/traffic.ts';
import { Meter } from '../../../ui/meter.tsx';
import { Sparkline } from '../../../ui/sparkline.tsx';
import { runsOutOf } from '../runs-out.ts';
import { shareTone } from '../share-tone.ts';
import type { ColumnId } from './columns.ts';
import '../../../charts/charts.css';

/** What a row shows. */
export type RowFacts = {
  subUser: SubUser;
  /** The user's own limit, where Guard set a lower one; else null. */
  own: Limit | null;
  locale: string;
  isSelected: boolean;
  isMain: boolean;
  isMuted: boolean;
  /** Its recent days, and when it reaches its limit; undefined until they were read. */
  days: readonly (number | null)[] | undefined;
  reachesAt: number | null | undefined;
};

/**
 * What each column shows of a sub-user; only the exceptions have words. They are plain functions without state or listeners,
 * because a grid that is dragged shows a thousand cells at once.
 */
export const cellContents: Record<ColumnId, (row: RowFacts) => ReactNode> = {
  select: selectOne,
  username: name,
  traffic: ({ subUser, locale }) => formatColumnGb(subUser.trafficGb, locale),
  limit: limitAndCap,
  share: used,
  days: ({ days }) => days !== undefined && <Sparkline days={days} />,
  runsOut,
  disablesAtLimit: ({ subUser: { disablesAtLimit } }) =>
    disablesAtLimit === null ? unknownText : disablesAtLimit ? say('grid.stops') : say('grid.keepsRunning'),
  lifetime: ({ subUser: { lifetime } }) =>
    lifetime === null ? unknownText : lifetime ? say('grid.lifetime') : say('grid.eachMonth'),
  created: ({ subUser: { createdAt }, locale }) =>
    createdAt === null ? unknownText : formatDate(createdAt, locale),
  actions,
};

function limitAndCap({ subUser: { limit }, own, locale }: RowFacts) {
  if (own !== null) {
    const words = { own: shortLimit(own, locale), cap: shortLimit(limit, locale) };
    // The column is too narrow for a word.
    return (
      <span className="quiet cuttable" title={say('grid.withCap', words)}>
        <span aria-hidden="true">
          {say('grid.ownAndCap', { ...words, ...(own.kind === 'unlimited' && { own: '∞' }) })}
        </span>
        <span className="unseen">{say('grid.withCap', words)}</span>
      </span>
    );
  }
  return limit.kind === 'gb' ? shortLimit(limit, locale) : cuttable('quiet', shortLimit(limit, locale));
}

/** The unit is in the heading. */
function shortLimit(limit: Limit, locale: string): string {
  return limit.kind === 'gb' ? formatNumber(limit.limitGb, locale) : limitText(limit, locale, unknownText);
}

function selectOne({ subUser, isSelected }: RowFacts) {
  return (
    <label className="checkbox" data-selected={isSelected || undefined}>
      <input
        className="unseen"
        type="checkbox"
        tabIndex={-1}
        checked={isSelected}
        readOnly
        aria-label={say('grid.select', { name: subUser.username })}
      />
      <span className="box" />
    </label>
  );
}

function name({ subUser, own, isMain, isMuted }: RowFacts) {
  const { username, trafficGb, limit, disablesAtLimit } = subUser;
  const exception = statusExceptionText(subUser);
  // Where most limits are not enforced it would be in most rows, so it is said where it matters.
  const keepsRunning = disablesAtLimit === false && shareTone(usedShare(trafficGb, limit)) !== 'usual';
  return (
    <>
      {statusIcon(subUser, own ?? limit)}
      <bdi title={username}>{username}</bdi>
      {exception !== null && cuttable('exception', exception)}
      {isMain && <span className="grid-tag">{say('subUsers.main')}</span>}
      {subUser.lifetime === true && <span className="grid-tag">{say('grid.lifetime')}</span>}
      {keepsRunning && <span className="grid-tag">{say('grid.keepsRunning')}</span>}
      {isMuted && <span className="grid-tag">{say('subUsers.muted')}</span>}
    </>
  );
}

/** Shows a text that a narrow column cuts, whole in its tooltip. */
function cuttable(className: string, text: string) {
  return (
    <span className={`${className} cuttable`} title={text}>
      {text}
    </span>
  );
}

/** Marks a limit that is used up or nearly so, and a sub-user that is disabled. */
function statusIcon({ status, trafficGb }: SubUser, limit: Limit) {
  const tone = shareTone(usedShare(trafficGb, limit));
  if (status === 'disabled') return <span className="status-icon">{banIcon}</span>;
  if (tone === 'usual') return <span className="status-icon" />;
  return (
    <span className={`status-icon ${tone}`}>
      <TriangleAlert
        size={14}
        role="img"
        aria-hidden={false}
        aria-label={tone === 'over' ? say('grid.overLimit') : say('grid.nearLimit')}
      />
    </span>
  );
}

function used({ subUser, own, locale }: RowFacts) {
  const share = usedShare(subUser.trafficGb, own ?? subUser.limit);
  if (share === null) return <span className="quiet">{say('grid.none')}</span>;
  const text = formatColumnShare(share, locale);
  return (
    <>
      {Meter({ label: say('subUsers.usedBy', { username: subUser.username }), share, text })}
      <span className={`percent ${shareTone(share)}`}>{text}</span>
    </>
  );
}

function runsOut({ subUser, own, reachesAt = null, locale }: RowFacts) {
  const end = runsOutOf({ ...subUser, limit: own ?? subUser.limit }, reachesAt);
  if (end === null) return null;
  return end.kind === 'over' ? (
    <span className="over">{say('grid.over')}</span>
  ) : (
    <span className="near">{formatDayAt(end.at, locale)}</span>
  );
}

/** Opens the row's menu, which all rows share: a menu in each would make scrolling slow. */
function actions({ subUser }: RowFacts) {
  return (
    <button
      className="icon-button row-actions"
      type="button"
      tabIndex={-1}
      aria-label={say('subUsers.actions', { username: subUser.username })}
      aria-haspopup="menu"
    >
      {ellipsisIcon}
    </button>
  );
}

/** The same elements in all rows, which React renders once. */
const banIcon = <Ban />;
const ellipsisIcon = <Ellipsis />;
