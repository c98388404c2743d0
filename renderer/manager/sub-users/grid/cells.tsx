import { Ban, Ellipsis, TriangleAlert } from 'lucide-react';
import { type ReactNode, useContext, useRef } from 'react';
import { useTableSelectionCheckbox } from 'react-aria/useTable';
import { Button } from 'react-aria-components';
import type { SubUser } from '../../../../electron/contract/sub-user.ts';
import { usedShare } from '../../../../electron/contract/used-share.ts';
import { formatColumnGb, formatColumnShare, statusExceptionText } from '../../../../electron/text/grid.ts';
import { limitText } from '../../../../electron/text/limit.ts';
import { say } from '../../../../electron/text/say.ts';
import { formatDate, formatDayAt } from '../../../../electron/text/time.ts';
import { formatNumber, unknownText } from '../../../../electron/text/traffic.ts';
import { Meter } from '../../../ui/meter.tsx';
import { Sparkline } from '../../../ui/sparkline.tsx';
import { useMirror } from '../../mirror.ts';
import { runsOutOf } from '../runs-out.ts';
import { shareTone } from '../share-tone.ts';
import type { GridState } from './collection.ts';
import type { ColumnId } from './columns.ts';
import type { RowContext } from './row-context.ts';
import { RowFigures } from './row-figures.ts';
import { SelectBox } from './select-box.tsx';
import '../../../charts/charts.css';

type Surroundings = { locale: string; context: RowContext; state: GridState };

/** What each column shows of a sub-user. Only the exceptions have words; the usual case is empty. */
export const cellContents: Record<ColumnId, (subUser: SubUser, around: Surroundings) => ReactNode> = {
  select: ({ id }, { state }) => <SelectOne id={id} state={state} />,
  username: (subUser) => <Name subUser={subUser} />,
  traffic: ({ trafficGb }, { locale }) => formatColumnGb(trafficGb, locale),
  limit: (subUser, { locale }) => <Limit subUser={subUser} locale={locale} />,
  share: (subUser, { locale }) => <Used subUser={subUser} locale={locale} />,
  days: ({ id }) => <RecentDays id={id} />,
  runsOut: (subUser, { locale }) => <RunsOut subUser={subUser} locale={locale} />,
  disablesAtLimit: ({ disablesAtLimit }) =>
    disablesAtLimit === null ? unknownText : disablesAtLimit ? say('grid.stops') : say('grid.keepsRunning'),
  lifetime: ({ lifetime }) =>
    lifetime === null ? unknownText : lifetime ? say('grid.lifetime') : say('grid.eachMonth'),
  created: ({ createdAt }, { locale }) => (createdAt === null ? unknownText : formatDate(createdAt, locale)),
  actions: (subUser, { context }) => <Actions subUser={subUser} context={context} />,
};

function SelectOne({ id, state }: { id: number; state: GridState }) {
  const { checkboxProps } = useTableSelectionCheckbox({ key: id }, state);
  return <SelectBox {...checkboxProps} />;
}

function Name({ subUser }: { subUser: SubUser }) {
  const { username, trafficGb, limit, disablesAtLimit } = subUser;
  const main = useIsMainUser(subUser);
  const muted = useMirror(({ settings }) => settings.alerts.mutedSubUserIds.includes(subUser.id));
  const exception = statusExceptionText(subUser);
  // Where most limits are not enforced it would be in most rows, so it is said where it matters.
  const keepsRunning = disablesAtLimit === false && shareTone(usedShare(trafficGb, limit)) !== 'usual';
  return (
    <>
      <StatusIcon subUser={subUser} />
      <bdi title={username}>{username}</bdi>
      {exception !== null && <Cuttable className="exception" text={exception} />}
      {main && <span className="grid-tag">{say('subUsers.main')}</span>}
      {subUser.lifetime === true && <span className="grid-tag">{say('grid.lifetime')}</span>}
      {keepsRunning && <span className="grid-tag">{say('grid.keepsRunning')}</span>}
      {muted && <span className="grid-tag">{say('subUsers.muted')}</span>}
    </>
  );
}

/** Shows a text that a narrow column cuts, whole in its tooltip. */
function Cuttable({ className, text }: { className: string; text: string }) {
  return (
    <span className={`${className} cuttable`} title={text}>
      {text}
    </span>
  );
}

/** Marks a limit that is used up or nearly so, and a sub-user that is disabled. */
function StatusIcon({ subUser: { status, trafficGb, limit } }: { subUser: SubUser }) {
  const tone = shareTone(usedShare(trafficGb, limit));
  if (status === 'disabled') {
    return (
      <span className="status-icon">
        <Ban />
      </span>
    );
  }
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

function Limit({ subUser: { limit }, locale }: { subUser: SubUser; locale: string }) {
  if (limit.kind === 'gb') return formatNumber(limit.limitGb, locale);
  return <Cuttable className="quiet" text={limitText(limit, locale, unknownText)} />;
}

function Used({ subUser, locale }: { subUser: SubUser; locale: string }) {
  const share = usedShare(subUser.trafficGb, subUser.limit);
  if (share === null) return <span className="quiet">{say('grid.none')}</span>;
  const text = formatColumnShare(share, locale);
  return (
    <>
      <Meter label={say('subUsers.usedBy', { username: subUser.username })} share={share} text={text} />
      <span className={`percent ${shareTone(share)}`}>{text}</span>
    </>
  );
}

function RecentDays({ id }: { id: number }) {
  const days = useContext(RowFigures).days.get(id);
  return days === undefined ? null : <Sparkline days={days} />;
}

function RunsOut({ subUser, locale }: { subUser: SubUser; locale: string }) {
  const end = runsOutOf(subUser, useContext(RowFigures).reachesAt.get(subUser.id) ?? null);
  if (end === null) return null;
  return end.kind === 'over' ? (
    <span className="over">{say('grid.over')}</span>
  ) : (
    <span className="near">{formatDayAt(end.at, locale)}</span>
  );
}

/** Opens the row's menu, which all rows share: a menu in each would make scrolling slow. */
function Actions({ subUser, context }: { subUser: SubUser; context: RowContext }) {
  const button = useRef<HTMLButtonElement>(null);
  return (
    <Button
      ref={button}
      className="icon-button row-actions"
      aria-label={say('subUsers.actions', { username: subUser.username })}
      aria-haspopup="menu"
      onPress={() => button.current !== null && context.onMenu(subUser, button.current)}
    >
      <Ellipsis />
    </Button>
  );
}

function useIsMainUser({ username }: SubUser): boolean {
  return useMirror(({ session }) => session.kind === 'signed-in' && session.username === username);
}
