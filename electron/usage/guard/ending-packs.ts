import type { GuardRule } from '../../contract/guard.ts';
import type { GuardMemory } from './apply-line.ts';
import { leftAfter } from './packs.ts';
import { zoneTime } from './zone-day.ts';

const dayMs = 86_400_000;
/** Reminds this long before the last day of a pack. */
const aheadMs = 2 * dayMs;

export type EndingPack = { rule: GuardRule; packId: string; expires: string; leftGb: number };

/** Returns the packs that expire within two days, with what all sub-users have left of them. Those of before are left out. */
export function endingPacks(
  { rules, held, notified }: GuardMemory,
  now: number,
  usedIn: (id: number, period: string) => number | null,
): EndingPack[] {
  return rules.flatMap((rule) => {
    if (rule.kind !== 'packs') return [];
    const [today, soon] = [now, now + aheadMs].map((at) => zoneTime(rule.zone, at).day);
    const ending = rule.packs.filter(
      ({ id, expires }) =>
        today !== undefined &&
        soon !== undefined &&
        expires >= today &&
        expires <= soon &&
        notified.get(rule.id)?.includes(id) !== true,
    );
    return ending.flatMap(({ id: packId, expires }) => {
      const leftGb = rule.subUserIds.reduce((sum, id) => {
        const packs = held.get(id)?.grant.packs ?? null;
        const used = packs === null ? null : usedIn(id, packs.period);
        if (packs === null || used === null) return sum;
        return sum + (leftAfter(packs.leftGb, rule.packs, used - packs.baseGb)[packId] ?? 0);
      }, 0);
      return leftGb > 0 ? [{ rule, packId, expires, leftGb }] : [];
    });
  });
}
