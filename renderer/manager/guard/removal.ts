import { isAboutLimit } from '../../../electron/contract/guard.ts';
import type { Guarded } from '../../../electron/contract/guard-journal.ts';
import type { GuardHeldView, GuardRuleView, GuardView } from '../../../electron/contract/guard-view.ts';

/** What Guard writes to one sub-user once a rule is gone. */
export type PutBack = { id: number; username: string; from: Guarded; to: Guarded };

/**
 * Parts the sub-users of a rule by what its removal does to them. `kept` stay as they are, because of another rule; `unseen` are
 * not among those that the window knows.
 */
export type Removal = {
  putBack: readonly PutBack[];
  kept: readonly number[];
  untouched: readonly number[];
  unseen: number;
};

/** Returns what the removal of a rule does. `usedGbOf` returns null where the traffic of a sub-user is not known. */
export function removalOf(
  view: GuardRuleView,
  { rules, held, heldCount }: GuardView,
  usedGbOf: (id: number) => number | null,
): Removal {
  const named = new Set(view.rule.subUserIds);
  const others = rules
    .filter(({ rule }) => rule.id !== view.rule.id)
    .map((other) => ({ other, ids: new Set(other.rule.subUserIds) }));
  const putBack: PutBack[] = [];
  const kept: number[] = [];
  for (const each of held) {
    const { id, username, left } = each;
    if (!named.has(id)) continue;
    const ofOthers = others.filter(({ ids }) => ids.has(id)).map(({ other }) => other);
    const to = withoutRule(view, ofOthers, each, usedGbOf(id));
    if (to === 'kept') kept.push(id);
    else if (!isSame(left, to)) putBack.push({ id, username, from: left, to });
  }
  const known = new Set(held.map(({ id }) => id));
  const changed = new Set([...kept, ...putBack.map(({ id }) => id)]);
  const rest = view.rule.subUserIds.filter((id) => !changed.has(id));
  const isWhole = held.length >= heldCount;
  const untouched = isWhole ? rest : rest.filter((id) => known.has(id));
  return { putBack, kept, untouched, unseen: rest.length - untouched.length };
}

function withoutRule(
  view: GuardRuleView,
  others: readonly GuardRuleView[],
  held: GuardHeldView,
  usedGb: number | null,
): Guarded | 'kept' {
  const { own, left } = held;
  const isOfLimit = isAboutLimit(view.rule);
  const differs = isOfLimit ? !isSameLimit(own, left) : disables(view, held);
  const isKept = others.some((other) => (isOfLimit ? isAboutLimit(other.rule) : disables(other, held)));
  if (differs && isKept) return 'kept';
  const limits = isOfLimit ? own : left;
  const to = { limit: limits.limit, disablesAtLimit: limits.disablesAtLimit, status: left.status };
  const isEnabled = isOfLimit ? !others.some((other) => disables(other, held)) : disables(view, held);
  // What its limit stops stays disabled.
  return isEnabled && own.status === 'active' && !stopsAt(to, usedGb) ? { ...to, status: 'active' } : to;
}

/** Returns whether a rule disables a sub-user now. */
function disables({ rule, setOff }: GuardRuleView, { id, own, left, why }: GuardHeldView): boolean {
  if (own.status !== 'active' || left.status !== 'disabled') return false;
  return rule.kind === 'hours-off' ? why.includes('hours-off') : setOff?.ids.includes(id) === true;
}

function stopsAt({ limit, disablesAtLimit }: Guarded, usedGb: number | null): boolean {
  return disablesAtLimit && limit.kind === 'gb' && usedGb !== null && usedGb >= limit.limitGb;
}

function isSame(one: Guarded, other: Guarded): boolean {
  return one.status === other.status && isSameLimit(one, other);
}

function isSameLimit(one: Guarded, other: Guarded): boolean {
  const gbOf = ({ limit }: Guarded) => (limit.kind === 'gb' ? limit.limitGb : null);
  return (
    one.disablesAtLimit === other.disablesAtLimit &&
    one.limit.kind === other.limit.kind &&
    gbOf(one) === gbOf(other)
  );
}
