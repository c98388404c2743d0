import type { Pack } from '../../contract/guard.ts';
import type { Grant } from '../../contract/guard-journal.ts';

type Balance = NonNullable<Grant['packs']>;

/** Returns the packs that are valid on a day (`YYYY-MM-DD`), the first to expire first. */
export function validPacks(packs: readonly Pack[], day: string): Pack[] {
  return packs
    .filter(({ from, expires }) => from <= day && day <= expires)
    .sort((one, other) => (one.expires < other.expires ? -1 : one.expires > other.expires ? 1 : 0));
}

/** Returns what is left of each pack after some traffic, which uses up the first to expire first. GB. */
export function leftAfter(
  leftGb: Balance['leftGb'],
  packs: readonly Pack[],
  usedGb: number,
): Balance['leftGb'] {
  let rest = Math.max(0, usedGb);
  const after: Record<string, number> = {};
  const known = packs.filter(({ id }) => Object.hasOwn(leftGb, id));
  for (const { id } of [...known].sort((one, other) => (one.expires < other.expires ? -1 : 1))) {
    const before = leftGb[id] ?? 0;
    const taken = Math.min(before, rest);
    rest -= taken;
    after[id] = before - taken;
  }
  return after;
}

export type PackFigure = {
  period: string;
  usedGb: number;
  /** The highest figure that is known of an earlier period; null where none is. */
  highestIn(period: string): number | null;
};

/** Returns the balance of the packs that are valid on a day; the same one while no pack begins or expires. */
export function balanceOn(
  day: string,
  packs: readonly Pack[],
  before: Balance | null,
  { period, usedGb, highestIn }: PackFigure,
): Balance {
  const valid = validPacks(packs, day);
  const same = before !== null && valid.length === Object.keys(before.leftGb).length;
  if (same && before.period === period && valid.every(({ id }) => Object.hasOwn(before.leftGb, id)))
    return before;
  const begins = before === null || before.period === period;
  const earlierGb = begins ? 0 : Math.max(0, (highestIn(before.period) ?? before.baseGb) - before.baseGb);
  const sinceGb =
    before === null ? 0 : before.period === period ? usedGb - before.baseGb : earlierGb + usedGb;
  const left = new Map(
    Object.entries({ ...before?.goneGb, ...leftAfter(before?.leftGb ?? {}, packs, sinceGb) }),
  );
  const validIds = new Set(valid.map(({ id }) => id));
  return {
    period,
    baseGb: usedGb,
    leftGb: Object.fromEntries(valid.map(({ id, gb }) => [id, left.get(id) ?? gb])),
    goneGb: Object.fromEntries([...left].filter(([id]) => !validIds.has(id))),
  };
}

/** Returns the GB up to which the packs of a balance reach. */
export function reachOfPacks({ baseGb, leftGb }: Balance): number {
  return Object.values(leftGb).reduce((sum, gb) => sum + gb, baseGb);
}
