import type { TrafficView } from '../../electron/contract/snapshot.ts';
import { totalOfPlan } from '../../electron/text/popover.ts';
import { say } from '../../electron/text/say.ts';
import { formatShare, unknownText } from '../../electron/text/traffic.ts';
import { bridge } from '../state/bridge.ts';
import type { Figures } from '../state/figures.ts';
import { Meter } from '../ui/meter.tsx';
import { useLocale } from './locale.ts';

type UsedProps = { traffic: TrafficView; figures: Figures };

/** Shows what is used of the plan, beside an even pace. */
export function Used({ traffic, figures: { usedGb, planGb, pace } }: UsedProps) {
  const locale = useLocale();
  const faded = traffic.stale || traffic.month === null;
  const share = usedGb === null || planGb === null ? null : usedGb / planGb;
  return (
    <section className="used" aria-label={say('popover.total')}>
      <div className="used-line">
        <p role="status" className={faded ? 'total faded' : 'total'} aria-busy={traffic.refreshing}>
          <Total traffic={traffic} usedGb={usedGb} planGb={planGb} />
        </p>
        {share !== null && <span className="used-share">{formatShare(share, locale)}</span>}
        {planGb === null && traffic.month !== null && (
          <button
            type="button"
            className="text-button"
            onClick={() => void bridge.command('openManager', { target: { kind: 'settings' } })}
          >
            {say('popover.setPlan')}
          </button>
        )}
      </div>
      {share !== null && (
        <Meter
          label={say('overview.usedMeter')}
          share={share}
          text={formatShare(share, locale)}
          pace={pace}
          tone="plain"
        />
      )}
      <Missing traffic={traffic} usedGb={usedGb} />
    </section>
  );
}

function Total({ traffic, usedGb, planGb }: Pick<Figures, 'usedGb' | 'planGb'> & Pick<UsedProps, 'traffic'>) {
  const locale = useLocale();
  if (usedGb === null) {
    return (
      <>
        <span aria-hidden="true">{unknownText}</span>
        <span className="unseen">
          {say(traffic.month === null ? 'popover.notRefreshedYet' : 'popover.unknown')}
        </span>
      </>
    );
  }
  const { total, plan } = totalOfPlan(usedGb, planGb, locale);
  return (
    <>
      {total}
      {plan !== null && <span className="of-plan"> {plan}</span>}
    </>
  );
}

/** Explains why there is no total. */
function Missing({ traffic, usedGb }: { traffic: TrafficView; usedGb: number | null }) {
  if (usedGb !== null) return null;
  if (traffic.month !== null) return <p className="quiet small">{say('popover.noTotal')}</p>;
  if (traffic.refreshing) return <p className="quiet small">{say('popover.loading')}</p>;
  return (
    <p className="quiet small">
      {say(traffic.problem === null ? 'popover.notRefreshedYet' : 'popover.notLoaded')}
    </p>
  );
}
