import { type GuardRule, isAboutLimit } from '../../contract/guard.ts';
import type { GuardReason, Held } from '../../contract/guard-journal.ts';
import {
  type GuardHeldView,
  type GuardRuleView,
  type GuardView,
  type GuardWaitsFor,
  mostHeldShown,
} from '../../contract/guard-view.ts';
import type { GuardMemory } from './apply-line.ts';
import { isSame } from './guarded.ts';
import { leftAfter } from './packs.ts';
import { pulledFor } from './pulls.ts';
import { isOff } from './wanted.ts';

/** What is known beside the journal. */
export type GuardNow = {
  now: number;
  /** Why nothing is done; null where figures are good. */
  waitsFor: GuardWaitsFor | null;
  hasBudget: boolean;
  /** What rules that wait for a click would disable. */
  asksFor: ReadonlyMap<string, readonly number[]>;
  rulesOf(id: number): readonly GuardRule[];
  /** What the list shows of a sub-user's traffic in a period; null where it is not known. */
  usedIn(id: number, period: string): number | null;
  journalRevision: number;
};

/** Returns what windows show of Guard. */
export function guardView(memory: GuardMemory, seen: GuardNow): GuardView {
  const all = [...memory.held];
  const isPaused = ([, { paused }]: (typeof all)[number]) => paused.limit || paused.status;
  const inOrder = [...all.filter(isPaused), ...all.filter((each) => !isPaused(each))];
  return {
    rules: memory.rules.map((rule) => ruleView(rule, memory, seen)),
    held: inOrder.slice(0, mostHeldShown).map(([id, held]) => heldView(id, held, memory, seen)),
    heldCount: all.length,
    journalRevision: seen.journalRevision,
  };
}

function ruleView(rule: GuardRule, { held, pulled }: GuardMemory, seen: GuardNow): GuardRuleView {
  const part = isAboutLimit(rule) ? 'limit' : 'status';
  const lacksBudget = rule.kind === 'brake' && !seen.hasBudget;
  return {
    rule,
    waitsFor: rule.kind === 'hours-off' ? null : (seen.waitsFor ?? (lacksBudget ? 'budget' : null)),
    setOff: pulled.get(rule.id) ?? null,
    asksFor: [...(seen.asksFor.get(rule.id) ?? [])],
    pausedIds: rule.subUserIds.filter((id) => held.get(id)?.paused[part] === true),
  };
}

function heldView(id: number, held: Held, memory: GuardMemory, seen: GuardNow): GuardHeldView {
  const { username, own, left, grant, paused } = held;
  const cap = grant.cap === null ? null : { day: grant.cap.day, baseGb: grant.cap.baseGb };
  return {
    id,
    username,
    own,
    left,
    why: whyOf(id, held, memory, seen),
    cap,
    packsLeftGb: packsLeft(id, held, seen),
    paused,
  };
}

function whyOf(id: number, { own, left, grant }: Held, memory: GuardMemory, seen: GuardNow): GuardReason[] {
  const why: GuardReason[] = [];
  if (!isSame('limit', own, left)) {
    if (grant.cap !== null) why.push('daily-cap');
    if (grant.packs !== null) why.push('packs');
  }
  if (left.status === 'disabled' && own.status === 'active') {
    why.push(...pulledFor(memory, id));
    if (isOff(seen.rulesOf(id), seen.now)) why.push('hours-off');
  }
  return why;
}

function packsLeft(id: number, { grant: { packs } }: Held, seen: GuardNow): Record<string, number> | null {
  if (packs === null) return null;
  const used = seen.usedIn(id, packs.period);
  const valid = seen.rulesOf(id).flatMap((rule) => (rule.kind === 'packs' ? rule.packs : []));
  return used === null ? packs.leftGb : leftAfter(packs.leftGb, valid, used - packs.baseGb);
}
