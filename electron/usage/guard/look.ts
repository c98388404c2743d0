import type { GuardRule } from '../../contract/guard.ts';
import type {
  Grant,
  Guarded,
  GuardedPart,
  GuardLine,
  GuardLineOf,
  GuardReason,
  Held,
} from '../../contract/guard-journal.ts';
import type { SubUser } from '../../contract/sub-user.ts';
import { heldAfter } from './apply-line.ts';
import { withPart } from './guarded.ts';
import type { Asked } from './wanted.ts';

/** What the newest list shows of one sub-user, with what is known beside it. */
export type Sight = {
  now: number;
  row: SubUser;
  isMainUser: boolean;
  /** The rules that name it, and why others disable it at present. */
  rules: readonly GuardRule[];
  pulled: readonly GuardReason[];
  /** The period that the list's figures are of; null where that is not clear. */
  period: string | null;
  /** Whether its figure may be acted upon: it has not just fallen, as a corrected one does. */
  sound: boolean;
  highestIn(period: string): number | null;
  /**
   * When this run saw last that all was as Guard had left it, and what was used in this period then; null where it has not seen
   * that.
   */
  settled: { at: number; gb: number | null } | null;
  /** What was used in a period, where the API was asked: undefined where it was not, null where it is not known. */
  usedIn(period: string): number | null | undefined;
  /** For how long it has been disabled without a reason that is known; null if it was not at the last look. */
  doubtedForMs: number | null;
  /** Who made a change that is not Guard's. */
  by: 'you' | 'elsewhere';
};

/** Holds a look at one sub-user: each line that it notes changes what is held. */
export type Look = {
  readonly sight: Sight;
  readonly asked: Asked;
  readonly listed: Guarded;
  /** What Guard had left before this look. */
  readonly before: Guarded;
  readonly ownBefore: Guarded;
  held: Held;
  readonly lines: GuardLine[];
  /** Whether another look is needed before anything is done. */
  waits: boolean;
  /** Whether it waits because it is disabled without a reason that is known. */
  doubts: boolean;
  /** The period whose traffic has to be known first. */
  asks: string | null;
};

/** The period of a sub-user that counts all its time. */
export const allTime = 'lifetime';

export function periodOf({ row, period }: Pick<Sight, 'row' | 'period'>): string | null {
  return row.lifetime === true ? allTime : period;
}

/** Returns what is used of the limit, as far as it is known; undefined where the API has to be asked. */
export function usedNow(sight: Sight): number | null | undefined {
  if (sight.row.listed) return sight.row.trafficGb;
  const period = periodOf(sight);
  return period === null ? null : sight.usedIn(period);
}

/** Returns what is asked of a sub-user, with the figure that may be acted upon. */
export function askedOf(sight: Sight): Asked {
  const { now, rules, pulled, sound, highestIn } = sight;
  const period = periodOf(sight);
  const usedGb = sound || !sight.row.listed ? usedNow(sight) : null;
  const figure = typeof usedGb !== 'number' || period === null ? null : { period, usedGb, highestIn };
  return { now, rules, pulled, figure };
}

type HeldLine = Parameters<typeof heldAfter>[1];

export function note(look: Look, line: HeldLine): void {
  look.lines.push(line);
  look.held = heldAfter(look.held, line);
}

/** Notes that a part is as it should be, or as a write of Guard or of another computer made it. */
export function accept(
  look: Look,
  part: GuardedPart,
  { by, grant }: { by: GuardLineOf<'accepted'>['by']; grant: Grant },
): void {
  const { left } = look.held;
  note(look, {
    line: 'accepted',
    ...about(look),
    by,
    from: left,
    to: withPart(part, left, look.listed),
    grant,
  });
}

/** Notes a change that stays: it is what the sub-user's user wants. */
export function keepChange(look: Look, part: GuardedPart, pauses: boolean): void {
  const { left } = look.held;
  const to = withPart(part, left, look.listed);
  note(look, { line: 'changed', ...about(look), by: look.sight.by, part, from: left, to, pauses });
}

export function about({ sight: { now, row } }: Pick<Look, 'sight'>) {
  return { at: now, id: row.id, username: row.username };
}
