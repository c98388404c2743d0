import type { Alert } from '../../../electron/contract/alert.ts';
import type { SubUser } from '../../../electron/contract/sub-user.ts';
import { usedShare, warningShare } from '../../../electron/contract/used-share.ts';
import type { Figures, KnownForecast } from '../../state/figures.ts';
import type { Allocation } from './allocation.ts';

/** Something that needs attention, with the action on its row. */
export type Attention =
  | { kind: 'over' | 'at-limit' | 'near'; subUser: SubUser; limitGb: number; usedGb: number; share: number }
  | { kind: 'plan-over'; forecast: KnownForecast; planGb: number }
  | { kind: 'limits-over'; limitsGb: number; planGb: number };

/** Returns what needs attention, the worst first. */
export function attentionOf(
  subUsers: readonly SubUser[],
  { forecast, planGb }: Pick<Figures, 'forecast' | 'planGb'>,
  { limitsGb }: Pick<Allocation, 'limitsGb'>,
): Attention[] {
  const found: Attention[] = subUsers
    .flatMap((subUser) => ofSubUser(subUser) ?? [])
    .sort((one, other) => other.share - one.share);
  const over = found.filter(({ kind }) => kind === 'over');
  const rest = found.filter(({ kind }) => kind !== 'over');
  const plan: Attention[] = [];
  if (planGb !== null && forecast !== null && forecast.endGb > planGb)
    plan.push({ kind: 'plan-over', forecast, planGb });
  if (planGb !== null && limitsGb > planGb) rest.push({ kind: 'limits-over', limitsGb, planGb });
  return [...over, ...plan, ...rest];
}

type OfSubUser = Extract<Attention, { subUser: SubUser }>;

function ofSubUser(subUser: SubUser): OfSubUser | null {
  const { limit, trafficGb, status, disablesAtLimit, listed } = subUser;
  const share = usedShare(trafficGb, limit);
  if (limit.kind !== 'gb' || trafficGb === null || share === null || !listed || share < warningShare)
    return null;
  const stopped = status === 'disabled' || disablesAtLimit === true;
  const figures = { subUser, limitGb: limit.limitGb, usedGb: trafficGb, share };
  // A sub-user that was disabled below its limit was stopped by hand.
  if (share < 1) return status === 'disabled' ? null : { kind: 'near', ...figures };
  return { kind: stopped ? 'at-limit' : 'over', ...figures };
}

/**
 * Returns the alerts that are still true and that no figure shows: an unusual day while it lasts, and a sub-user that Oxylabs
 * disabled until it is enabled. Each subject has one of each rule, the newest.
 */
export function stillTrue(
  alerts: readonly Alert[],
  today: readonly Alert[],
  subUsers: readonly SubUser[],
): Alert[] {
  const byId = new Map(subUsers.map((each) => [each.id, each]));
  const seen = new Set<string>();
  return alerts.filter((alert) => {
    const { subject, facts } = alert;
    const subUser = subject.kind === 'sub-user' ? byId.get(subject.id) : null;
    const key = `${facts.rule} ${subject.kind === 'sub-user' ? subject.id : ''}`;
    if (subUser === undefined || seen.has(key)) return false;
    seen.add(key);
    if (facts.rule === 'unusual-day') return today.includes(alert);
    if (facts.rule !== 'disabled-by-vendor' || subUser === null) return false;
    // At its limit, its figures show it already.
    return subUser.status === 'disabled' && (usedShare(subUser.trafficGb, subUser.limit) ?? 0) < 1;
  });
}
