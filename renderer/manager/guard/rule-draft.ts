import { dayMs, dayOf } from '../../../electron/contract/day.ts';
import {
  areDays,
  areHours,
  type GuardRule,
  type GuardRuleKind,
  mostPacks,
  mostRuleSubUsers,
  type Pack,
} from '../../../electron/contract/guard.ts';
import { capBounds, isWithin, packBounds, shareBounds } from './bounds.ts';

/** Holds what the fields of all kinds of rules hold. Numbers are NaN while their field is empty. */
export type RuleDraft = {
  id: string;
  kind: GuardRuleKind;
  subUserIds: readonly number[];
  zone: string;
  capGb: number;
  from: string;
  to: string;
  packs: readonly Pack[];
  at: 'share' | 'forecast';
  percent: number;
  acts: 'itself' | 'after-click';
};

export const ruleKinds = [
  'daily-cap',
  'hours-off',
  'packs',
  'brake',
  'unusual-day',
] as const satisfies GuardRuleKind[];

/** Returns what a new rule begins with. */
export function newDraft(kind: GuardRuleKind, subUserIds: readonly number[], now: number): RuleDraft {
  return {
    id: crypto.randomUUID(),
    kind,
    subUserIds,
    zone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    capGb: Number.NaN,
    from: '22:00',
    to: '06:00',
    packs: [newPack(now)],
    at: 'share',
    percent: 90,
    acts: 'after-click',
  };
}

/** Returns a pack of which only the month is filled in. */
export function newPack(now: number): Pack {
  const from = dayOf(now);
  return {
    id: crypto.randomUUID(),
    gb: Number.NaN,
    from,
    expires: dayOf(now + 30 * dayMs),
    note: '',
    price: '',
  };
}

/** Returns the fields of a rule that is there. */
export function draftOf(rule: GuardRule, now: number): RuleDraft {
  const { id, kind, subUserIds } = rule;
  const draft = { ...newDraft(kind, subUserIds, now), id };
  switch (rule.kind) {
    case 'brake':
      return {
        ...draft,
        acts: rule.acts,
        at: rule.at.kind,
        ...(rule.at.kind === 'share' && { percent: rule.at.percent }),
      };
    case 'unusual-day':
      return { ...draft, acts: rule.acts };
    default:
      return { ...draft, ...rule };
  }
}

/** Returns the rule that the fields describe; null while one is missing or out of its bounds. */
export function ruleOf(draft: RuleDraft): GuardRule | null {
  const { id, kind, zone, acts } = draft;
  const subUserIds = [...draft.subUserIds];
  if (subUserIds.length === 0 || subUserIds.length > mostRuleSubUsers) return null;
  switch (kind) {
    case 'daily-cap':
      return isWithin(draft.capGb, capBounds) ? { id, kind, subUserIds, capGb: draft.capGb, zone } : null;
    case 'hours-off': {
      const { from, to } = draft;
      return !areHours(draft) ? null : { id, kind, subUserIds, from, to, zone };
    }
    case 'packs': {
      const packs = [...draft.packs];
      const isWhole = packs.every((pack) => isWithin(pack.gb, packBounds) && areDays(pack));
      return isWhole && packs.length > 0 && packs.length <= mostPacks
        ? { id, kind, subUserIds, packs, zone }
        : null;
    }
    case 'brake': {
      const at =
        draft.at === 'share'
          ? ({ kind: 'share', percent: draft.percent } as const)
          : ({ kind: 'forecast' } as const);
      return at.kind === 'share' && !isWithin(at.percent, shareBounds)
        ? null
        : { id, kind, subUserIds, at, acts };
    }
    case 'unusual-day':
      return { id, kind, subUserIds, acts };
  }
}
