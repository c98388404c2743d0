import { useLocale } from 'react-aria-components';
import type { Forecast } from '../../../../electron/contract/forecast.ts';
import type { SubUser } from '../../../../electron/contract/sub-user.ts';
import { usedShare } from '../../../../electron/contract/used-share.ts';
import { formatColumnShare } from '../../../../electron/text/grid.ts';
import { paceText, reachLine } from '../../../../electron/text/panel.ts';
import { say } from '../../../../electron/text/say.ts';
import { formatLimitGb, formatTraffic } from '../../../../electron/text/traffic.ts';
import { useNow } from '../../../state/now.ts';
import { Meter } from '../../../ui/meter.tsx';
import { shareTone } from '../share-tone.ts';
import { periodShare } from './period-share.ts';

type UsedProps = { subUser: SubUser; forecast: Forecast | null };

/** Shows what a sub-user used of its limit, where an even pace would be, and how long the limit lasts. */
export function Used({ subUser, forecast }: UsedProps) {
  const { locale } = useLocale();
  const now = useNow();
  const { trafficGb, limit, lifetime, username } = subUser;
  const share = usedShare(trafficGb, limit);
  // A limit for a whole life has no pace.
  const pace = lifetime === true || share === null || share > 1 ? null : periodShare(now);
  const reach = reachLine(subUser, forecast, locale);
  const tone = shareTone(share);
  return (
    <section className="panel-used">
      <p className="panel-label">
        {lifetime === true ? say('panel.usedInLife') : say('panel.usedThisMonth')}
      </p>
      <p className="panel-figure">
        <strong>{formatTraffic(trafficGb, locale)}</strong>
        <span>{limitWords(subUser, locale)}</span>
        {share !== null && <span className={`percent-chip ${tone}`}>{formatColumnShare(share, locale)}</span>}
      </p>
      {share !== null && (
        <Meter
          label={say('subUsers.usedBy', { username: username })}
          share={share}
          text={formatColumnShare(share, locale)}
          pace={pace}
        />
      )}
      <p className="panel-reach">
        {reach !== null && <strong className={tone}>{reach}</strong>}
        <span>{paceText(forecast, locale)}</span>
      </p>
    </section>
  );
}

function limitWords({ limit }: SubUser, locale: string): string | null {
  switch (limit.kind) {
    case 'gb':
      return say('panel.ofLimit', { limit: formatLimitGb(limit.limitGb, locale) });
    case 'unlimited':
      return say('panel.unlimited');
    case 'blocked':
      return say('panel.blocked');
    case 'unknown':
      return null;
  }
}
