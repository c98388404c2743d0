import type { Snapshot } from '../contract/snapshot.ts';
import { criticalShare, usedShare, warningShare } from '../contract/used-share.ts';

/** What the icon says by its colour and by its shape, since a template icon has no colour and some people see few. */
export type TrayTone =
  | 'starting'
  | 'normal'
  | 'warning'
  | 'critical'
  | 'stale'
  | 'offline'
  | 'signed-out'
  | 'refused';

/** `step` of `meterSteps` is filled: steps as coarse as a pixel, so that each icon is drawn once and found again. */
export type TrayMeter = { tone: TrayTone; step: number };
export const meterSteps = 20;

type MeterSource = Pick<Snapshot, 'session' | 'traffic' | 'nearest' | 'settings'>;

/** The account's budget where it has one, else the sub-user nearest to its limit. */
export function trayMeter(snapshot: MeterSource): TrayMeter {
  const { session, traffic } = snapshot;
  if (session.kind === 'signed-out')
    return { tone: session.reason === 'refused' ? 'refused' : 'signed-out', step: 0 };
  if (session.kind === 'restoring' || traffic.month === null) return { tone: 'starting', step: 0 };
  const share = shareOf(snapshot) ?? 0;
  const step = stepOf(share);
  if (traffic.paused === 'offline') return { tone: 'offline', step };
  if (traffic.stale) return { tone: 'stale', step };
  if (share >= criticalShare) return { tone: 'critical', step };
  return { tone: share >= warningShare ? 'warning' : 'normal', step };
}

/** 0.5 for a half; null where there is neither a budget nor a limit. */
function shareOf({ traffic, nearest, settings }: MeterSource): number | null {
  const { budgetGb } = settings.alerts;
  const trafficGb = traffic.month?.trafficGb ?? null;
  if (budgetGb !== null) return trafficGb === null ? null : trafficGb / budgetGb;
  const [first] = nearest.subUsers;
  return first === undefined ? null : usedShare(first.trafficGb, first.limit);
}

/** A little is not nothing, and nearly all is not all. */
function stepOf(share: number): number {
  if (share >= 1) return meterSteps;
  return share <= 0 ? 0 : Math.min(Math.max(Math.round(share * meterSteps), 1), meterSteps - 1);
}
