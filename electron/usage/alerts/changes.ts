import type { AlertFacts } from '../../contract/alert.ts';
import type { SubUser } from '../../contract/sub-user.ts';
import type { AlertMemory } from './memory.ts';
import type { Observation } from './observe.ts';
import { leavesAtLimit } from './unlisted.ts';

/** Returns the new period, if one was expected and has begun. */
export function noteReset(
  { settings }: Pick<Observation, 'settings'>,
  before: AlertMemory['period'],
  now: AlertMemory['period'],
): AlertFacts | null {
  if (!settings.periodReset || before === null || now === null || now.key <= before.key) return null;
  return { rule: 'period-reset', dateFrom: now.key };
}

type Known = {
  seen: Pick<Observation, 'previous' | 'knew' | 'isGone'>;
  begun: boolean;
  /** Updates both. */
  disabled: Set<number>;
  disabledHere: Set<number>;
};

/**
 * Returns whether the vendor disabled a sub-user since the last reading. One that Oxygauge disabled does not
 * count.
 */
export function noteDisabled(
  subUser: SubUser,
  { seen, begun, disabled, disabledHere }: Known,
): AlertFacts | null {
  const { id, status, listed, trafficGb, limit } = subUser;
  if (status !== 'disabled') {
    disabled.delete(id);
    return null;
  }
  if (disabled.has(id)) return null;
  if (begun && !listed && !seen.isGone(id)) return null;
  disabled.add(id);
  const here = disabledHere.delete(id);
  const before = seen.previous?.get(id);
  const wasActive = seen.previous === null ? seen.knew(id) : before !== undefined;
  if (!begun || here || !wasActive) return null;
  if (!listed && !leavesAtLimit(subUser)) return null;
  return {
    rule: 'disabled-by-vendor',
    usedGb: trafficGb,
    limitGb: limit.kind === 'gb' ? limit.limitGb : null,
    listed,
  };
}
