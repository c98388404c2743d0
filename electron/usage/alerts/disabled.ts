import type { AlertFacts } from '../../contract/alert.ts';
import type { SubUser } from '../../contract/sub-user.ts';
import { usedShare } from '../../contract/used-share.ts';
import type { Observation } from './observation.ts';

/** One that is in the list no more was most likely disabled at its limit if it was this close to it; else it may be deleted. */
const closeShare = 0.95;

type Known = {
  seen: Pick<Observation, 'previous' | 'knew'>;
  begun: boolean;
  /** Both are brought up to date. */
  disabled: Set<number>;
  disabledHere: Set<number>;
};

/** Whether the vendor disabled a sub-user since the last look. What this app disabled itself is no news. */
export function noteDisabled(
  subUser: SubUser,
  { seen, begun, disabled, disabledHere }: Known,
): AlertFacts | null {
  const { id, status, listed, disablesAtLimit, trafficGb, limit } = subUser;
  if (status !== 'disabled') {
    disabled.delete(id);
    return null;
  }
  if (disabled.has(id)) return null;
  disabled.add(id);
  const here = disabledHere.delete(id);
  const before = seen.previous?.get(id);
  const wasActive = seen.previous === null ? seen.knew(id) : before !== undefined;
  if (!begun || here || !wasActive) return null;
  const share = usedShare(trafficGb, limit);
  if (!listed && !(disablesAtLimit === true && share !== null && share >= closeShare)) return null;
  return {
    rule: 'disabled-by-vendor',
    usedGb: trafficGb,
    limitGb: limit.kind === 'gb' ? limit.limitGb : null,
  };
}
