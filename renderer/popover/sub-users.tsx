import { TriangleAlert } from 'lucide-react';
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
      <ul>
        {subUsers.map((subUser) => (
          <li key={subUser.id}>
            <Row subUser={subUser} days={days.get(subUser.id) ?? noDays} />
          </li>
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
  const { figures, share } = rowTexts(subUser, locale);
  const tone = toneOf(usedShare(subUser.trafficGb, subUser.limit));
  const target = { kind: 'sub-user', id: subUser.id, what: 'usage' } as const;
  return (
    <button
      type="button"
      className={`row ${tone}`}
      title={subUser.username}
      onClick={() => void bridge.command('openManager', { target })}
    >
      {tone === 'good' ? <span /> : <TriangleAlert aria-hidden="true" />}
      <bdi className="row-name">{subUser.username}</bdi>
      <Sparkline days={days} />
      <span className="row-figures">{figures}</span>
      <span className="row-share">{share}</span>
    </button>
  );
}

function toneOf(share: number | null): 'critical' | 'warning' | 'good' {
  if (share === null || share < warningShare) return 'good';
  return share >= 1 ? 'critical' : 'warning';
}
