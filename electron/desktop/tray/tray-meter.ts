import { planUse } from '../../contract/plan-use.ts';
import type { Snapshot } from '../../contract/snapshot.ts';
import { criticalShare, usedShare, warningShare } from '../../contract/used-share.ts';
import type { LastFigure } from '../../storage/last-figure.ts';

/** What the icon shows by colour and by shape, since a template icon has no colour and some users see few. */
export type TrayTone =
  | 'starting'
  | 'normal'
  | 'warning'
  | 'critical'
  | 'stale'
  | 'offline'
  | 'signed-out'
  | 'refused';

/** `step` of `meterSteps` is filled. Steps are about a pixel each, so that every icon is drawn once and cached. */
export type TrayMeter = { tone: TrayTone; step: number };
export const meterSteps = 20;

export function isSameMeter(one: TrayMeter, other: TrayMeter): boolean {
  return one.tone === other.tone && one.step === other.step;
}

type MeterSource = Pick<Snapshot, 'session' | 'traffic' | 'nearest' | 'cycle' | 'settings'>;

/** Returns the meter before the first reading: the last one of an earlier run is outdated. */
export function startingMeter(last: LastFigure | null): TrayMeter {
  if (last === null) return { tone: 'starting', step: 0 };
  return { tone: 'stale', step: Math.min(last.step, meterSteps) };
}

/** Returns the meter of the budget in the plan's own time or, without one, of the sub-user nearest to its limit. */
export function trayMeter(snapshot: MeterSource, last: LastFigure | null = null): TrayMeter {
  const { session, traffic } = snapshot;
  if (session.kind === 'signed-out')
    return { tone: session.reason === 'refused' ? 'refused' : 'signed-out', step: 0 };
  if (session.kind === 'restoring' || traffic.month === null) return startingMeter(last);
  const share = shareOf(snapshot) ?? 0;
  const step = stepOf(share);
  if (traffic.paused === 'offline') return { tone: 'offline', step };
  if (traffic.stale) return { tone: 'stale', step };
  if (share >= criticalShare) return { tone: 'critical', step };
  return { tone: share >= warningShare ? 'warning' : 'normal', step };
}

/** Returns the used share, 0.5 for half; null without a budget and a limit. */
function shareOf({ traffic, nearest, cycle, settings }: MeterSource): number | null {
  const use = planUse(settings.plan, traffic.month?.trafficGb ?? null, cycle);
  if (use !== null) return use.usedGb === null ? null : use.usedGb / use.budgetGb;
  const [first] = nearest.subUsers;
  return first === undefined ? null : usedShare(first.trafficGb, first.limit);
}

/** Rounds so that a little does not look empty, and nearly all does not look full. */
function stepOf(share: number): number {
  if (share >= 1) return meterSteps;
  return share <= 0 ? 0 : Math.min(Math.max(Math.round(share * meterSteps), 1), meterSteps - 1);
}
