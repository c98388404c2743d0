import { useMemo } from 'react';
import { formatLimitGb, formatShare, formatTraffic } from '../../../electron/contract/traffic-text.ts';
import { bridge } from '../../state/bridge.ts';
import { useMirror } from '../../state/mirror.ts';
import { GbField } from '../../ui/gb-field.tsx';
import { Meter } from '../../ui/meter.tsx';
import { Notice } from '../../ui/notice.tsx';
import { type Allocation, allocationOf } from './allocation.ts';

const namedAtMost = 12;

/** The limits that were given out against what was bought, and what no limit holds. */
export function AllocationCard() {
  const list = useMirror((mirror) => mirror.subUsers);
  const month = useMirror((mirror) => mirror.traffic?.month ?? null);
  const planGb = useMirror((mirror) => mirror.settings?.planGb) ?? null;
  const locale = useMirror((mirror) => mirror.environment?.locale) ?? 'en';
  const totalGb = month?.trafficGb ?? null;
  const allocation = useMemo(() => allocationOf(list?.subUsers ?? [], totalGb), [list, totalGb]);
  if (list === undefined || list.readAt === null) return <p className="hint">Reading the list…</p>;
  const { limitsGb, limited, beyondGb, usedGb } = allocation;
  return (
    <section className="card" aria-labelledby="allocation">
      <h2 id="allocation">Allocation</h2>
      <GbField
        label="Plan (GB a month)"
        hint="What you bought: Oxylabs does not tell it. Empty where you would not say."
        valueGb={planGb}
        onChange={(value) => void bridge.command('changeSettings', { planGb: value === 0 ? null : value })}
      />
      <dl className="facts wide">
        <dt>Sum of the limits</dt>
        <dd>
          {formatLimitGb(limitsGb, locale)} a month, of {limited.toLocaleString(locale)} sub-users
        </dd>
        {planGb !== null && (
          <>
            <dt>Of the plan</dt>
            <dd className="of-plan">
              <Meter
                label="Limits given out"
                share={limitsGb / planGb}
                text={formatShare(limitsGb / planGb, locale)}
              />
              <span>{formatShare(limitsGb / planGb, locale)}</span>
            </dd>
          </>
        )}
        <dt>Without a limit</dt>
        <dd>
          <Unlimited allocation={allocation} />
        </dd>
        <dt>Used by sub-users</dt>
        <dd>{formatTraffic(usedGb, locale)} this month</dd>
        <dt>Used beyond them</dt>
        <dd>{beyondGb === null ? 'Not known' : formatTraffic(beyondGb, locale)}</dd>
      </dl>
      <p className="hint">
        Beyond them: the account’s total less what its sub-users used, for example by deleted ones. Oxylabs
        may count the two over different windows, so a small difference means nothing.{' '}
        {allocation.lifetime > 0 &&
          `${allocation.lifetime} lifetime sub-users are in neither sum: their figures are of their whole lives.`}
      </p>
      {planGb !== null && limitsGb > planGb && (
        <Notice tone="warning">
          <p>The limits add up to more than the plan: together they can use more than was bought.</p>
        </Notice>
      )}
    </section>
  );
}

function Unlimited({ allocation: { unlimited, unknown } }: { allocation: Allocation }) {
  const shown = unlimited.slice(0, namedAtMost);
  const rest = unlimited.length - shown.length;
  return (
    <>
      {unlimited.length === 0 && 'Nobody'}
      {shown.map(({ id, username }, index) => (
        <span key={id}>
          {index > 0 && ', '}
          <bdi>{username}</bdi>
        </span>
      ))}
      {rest > 0 && ` and ${rest} more`}
      {unknown > 0 && ` (${unknown} with a limit that is not known)`}
    </>
  );
}
