import type { SubUser } from '../../electron/contract/sub-user.ts';
import { usedShare } from '../../electron/contract/used-share.ts';
import { limitText } from '../../electron/text/limit.ts';
import { popoverTexts, usedOfText } from '../../electron/text/popover.ts';
import { formatShare, formatTraffic } from '../../electron/text/traffic.ts';
import { bridge } from '../state/bridge.ts';
import { Meter } from '../ui/meter.tsx';
import { useLocale } from './locale.ts';
import { useMirror } from './mirror.ts';

/** Shows the sub-users that are nearest to their limit, each with its meter. */
export function Nearest() {
  const nearest = useMirror((mirror) => mirror.nearest);
  if (nearest.total === null) return null;
  return (
    <section className="nearest" aria-labelledby="nearest-title">
      <h2 id="nearest-title">{popoverTexts.nearest}</h2>
      {nearest.subUsers.length === 0 ? (
        <p className="quiet">{nearest.total === 0 ? popoverTexts.noSubUsers : popoverTexts.noneCanUse}</p>
      ) : (
        <ul>
          {nearest.subUsers.map((subUser) => (
            <NearestRow key={subUser.id} subUser={subUser} />
          ))}
        </ul>
      )}
    </section>
  );
}

function NearestRow({ subUser }: { subUser: SubUser }) {
  const locale = useLocale();
  const share = usedShare(subUser.trafficGb, subUser.limit);
  const target = { kind: 'sub-user', id: subUser.id, what: 'usage' } as const;
  const used = formatTraffic(subUser.trafficGb, locale);
  const limit = limitText(subUser.limit, locale, popoverTexts.limitUnknown);
  const figures = usedOfText(used, limit, subUser.limit.kind === 'gb');
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
