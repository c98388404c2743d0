import type { SubUser } from '../../electron/contract/sub-user.ts';
import { formatShare, formatTraffic } from '../../electron/contract/traffic-text.ts';
import { usedShare } from '../../electron/contract/used-share.ts';
import { bridge } from '../state/bridge.ts';
import { useMirror } from '../state/mirror.ts';
import { limitText } from '../ui/limit-text.ts';
import { Meter } from '../ui/meter.tsx';

/** The sub-users that deserve a glance, each with its meter. */
export function Nearest({ locale }: { locale: string }) {
  const nearest = useMirror((mirror) => mirror.nearest);
  if (nearest === undefined || nearest.total === null) return null;
  return (
    <section className="nearest" aria-labelledby="nearest-title">
      <h2 id="nearest-title">Nearest to their limit</h2>
      {nearest.subUsers.length === 0 ? (
        <p className="quiet">{nearest.total === 0 ? 'No sub-users yet.' : 'No sub-user may use traffic.'}</p>
      ) : (
        <ul>
          {nearest.subUsers.map((subUser) => (
            <NearestRow key={subUser.id} subUser={subUser} locale={locale} />
          ))}
        </ul>
      )}
    </section>
  );
}

function NearestRow({ subUser, locale }: { subUser: SubUser; locale: string }) {
  const share = usedShare(subUser.trafficGb, subUser.limit);
  const target = { kind: 'sub-user', id: subUser.id, what: 'usage' } as const;
  const used = formatTraffic(subUser.trafficGb, locale);
  const figures =
    subUser.limit.kind === 'gb'
      ? `${used} of ${limitText(subUser.limit, locale, 'Limit unknown')}`
      : `${used} · ${limitText(subUser.limit, locale, 'Limit unknown')}`;
  return (
    <li className="nearest-row">
      <button
        type="button"
        className="name"
        title={subUser.username}
        onClick={() => void bridge.command('openManager', { target })}
      >
        <bdi>{subUser.username}</bdi>
      </button>
      <span className="figures">{figures}</span>
      <span className="share">{share === null ? '' : formatShare(share, locale)}</span>
      {share !== null && (
        <Meter label={subUser.username} share={share} text={`${formatShare(share, locale)}, ${figures}`} />
      )}
    </li>
  );
}
