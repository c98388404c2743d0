import { TriangleAlert } from 'lucide-react';
import { useId } from 'react';
import type { NearestView } from '../../electron/contract/snapshot.ts';
import type { SubUser } from '../../electron/contract/sub-user.ts';
import { usedShare, warningShare } from '../../electron/contract/used-share.ts';
import { rowTexts } from '../../electron/text/popover.ts';
import { say } from '../../electron/text/say.ts';
import { bridge } from '../state/bridge.ts';
import { readRecentDays, useById } from '../state/by-id.ts';
import { Sparkline } from '../ui/sparkline.tsx';
import { useLocale } from './locale.ts';
import { useMirror } from './mirror.ts';

const noDays: readonly (number | null)[] = [];

/** Shows the sub-users that need attention or are nearest to it. A whole row leads to its sub-user. */
export function SubUsers({ readAt }: { readAt: number | null }) {
  const locale = useLocale();
  const nearest = useMirror((mirror) => mirror.nearest);
  const { subUsers, total, over, near } = nearest;
  const days = useById(
    subUsers.map(({ id }) => id),
    readAt,
    readRecentDays,
  );
  if (total === null) return null;
  return (
    <section className="sub-users" aria-labelledby="sub-users-title">
      <div className="sub-users-head">
        <h2 id="sub-users-title">{titleOf(nearest)}</h2>
        {over > 0 && <span className="pill critical">{say('popover.over', { count: over }, locale)}</span>}
        {near > 0 && <span className="pill warning">{say('popover.near', { count: near }, locale)}</span>}
        {total > 0 && <span className="of-all">{say('popover.ofAll', { count: total }, locale)}</span>}
      </div>
      {subUsers.length === 0 && (
        <p className="quiet small">{say(total === 0 ? 'popover.noSubUsers' : 'popover.noneCanUse')}</p>
      )}
      <ul className="rows">
        {subUsers.map((subUser) => (
          <Row key={subUser.id} subUser={subUser} days={days.get(subUser.id) ?? noDays} />
        ))}
      </ul>
    </section>
  );
}

/** Returns what the rows have in common. Without a limit there is nothing to be near to. */
export function titleOf({ subUsers, over, near }: NearestView): string {
  if (over + near > 0) return say('popover.attention');
  const limited = subUsers.some(({ limit }) => limit.kind === 'gb');
  return say(limited || subUsers.length === 0 ? 'popover.nearest' : 'popover.mostTraffic');
}

function Row({ subUser, days }: { subUser: SubUser; days: readonly (number | null)[] }) {
  const locale = useLocale();
  const base = useId();
  const ids = { name: `${base}n`, figures: `${base}f`, share: `${base}s` };
  const { id, username, limit } = subUser;
  const { figures, share } = rowTexts(subUser, locale);
  const tone = toneOf(usedShare(subUser.trafficGb, limit));
  return (
    <li className={`row ${tone}`}>
      {/* Over the whole row, and beside the other button: one button cannot hold another. */}
      <button
        type="button"
        className="row-open"
        title={username}
        aria-labelledby={Object.values(ids).join(' ')}
        onClick={() => open(id, 'usage')}
      />
      {tone === 'good' ? <span /> : <TriangleAlert aria-hidden="true" />}
      <bdi className="row-name" id={ids.name}>
        {username}
      </bdi>
      <Sparkline days={days} />
      <span className="row-figures">
        <span id={ids.figures}>{figures}</span>
        {limit.kind === 'gb' && tone !== 'good' && <RaiseLimit subUser={subUser} />}
      </span>
      <span className="row-share" id={ids.share}>
        {share}
      </span>
    </li>
  );
}

/** Leads to the form with a higher limit filled in. It is seen on the row under the pointer or with the focus. */
function RaiseLimit({ subUser: { id, username } }: { subUser: SubUser }) {
  return (
    <button
      type="button"
      className="row-raise"
      aria-label={say('popover.raiseOf', { name: username })}
      onClick={() => open(id, 'raise')}
    >
      {say('popover.raise')}
    </button>
  );
}

function open(id: SubUser['id'], what: 'usage' | 'raise'): void {
  void bridge.command('openManager', { target: { kind: 'sub-user', id, what } });
}

function toneOf(share: number | null): 'critical' | 'warning' | 'good' {
  if (share === null || share < warningShare) return 'good';
  return share >= 1 ? 'critical' : 'warning';
}
