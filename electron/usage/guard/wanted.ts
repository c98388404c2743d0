import type { GuardRule, RuleOf } from '../../contract/guard.ts';
import {
  type Grant,
  type Guarded,
  type GuardReason,
  type Held,
  noGrant,
} from '../../contract/guard-journal.ts';
import { type Limit, limitFromGb } from '../../contract/limit.ts';
import { lowerLimit } from './guarded.ts';
import { balanceOn, type PackFigure, reachOfPacks } from './packs.ts';
import { isBetween, zoneTime } from './zone-day.ts';

/** A figure that may be acted upon: neither stale nor corrected, and of the period to go by. */
export type SoundFigure = PackFigure;

/** What rules ask of one sub-user. */
export type Asked = {
  now: number;
  /** The rules that name it. */
  rules: readonly GuardRule[];
  /** The kinds of rules that were set off for it: a brake, an unusual day. */
  pulled: readonly GuardReason[];
  figure: SoundFigure | null;
};

/** `limit` is null where no figure says what it should be. */
export type Wanted = {
  limit: { to: Pick<Guarded, 'limit' | 'disablesAtLimit'>; grant: Grant; why: GuardReason[] } | null;
  status: { to: Guarded['status']; why: GuardReason[] };
};

/** Returns how a sub-user should be: as its user wants it, but for the rules that are not paused. */
export function wantedOf(asked: Asked, held: Pick<Held, 'own' | 'grant' | 'paused'>): Wanted {
  return { limit: wantedLimit(asked, held), status: wantedStatus(asked, held) };
}

function wantedLimit(
  { now, rules, figure }: Asked,
  { own, grant, paused }: Pick<Held, 'own' | 'grant' | 'paused'>,
): Wanted['limit'] {
  const cap = lowestCap(rules);
  const packs = rules.filter((rule) => rule.kind === 'packs');
  const asOwn = { limit: own.limit, disablesAtLimit: own.disablesAtLimit };
  // What is blocked has nothing to be capped.
  if ((cap === null && packs.length === 0) || own.limit.kind === 'blocked')
    return { to: asOwn, grant: noGrant, why: [] };
  // What a day or a pack has left is kept meanwhile: to resume does not give it again.
  if (paused.limit) return { to: asOwn, grant, why: [] };
  const next = grantNow({ now, cap, packs, figure }, grant);
  if (next === null) return null;
  const { limit, why } = limitOf(own.limit, cap, next);
  return { to: { limit, disablesAtLimit: true }, grant: next, why };
}

function limitOf(own: Limit, cap: RuleOf<'daily-cap'> | null, grant: Grant) {
  const capped = cap === null || grant.cap === null ? own : toDigits(grant.cap.baseGb + cap.capGb);
  const packed = grant.packs === null ? own : toDigits(reachOfPacks(grant.packs));
  const limit = lowerLimit(lowerLimit(own, capped), packed);
  const why: GuardReason[] = [];
  if (cap !== null) why.push('daily-cap');
  if (grant.packs !== null) why.push('packs');
  return { limit, why };
}

/** Rounds down to the digits that the API shows, so that a list that shows them is understood. */
function toDigits(gb: number): Limit {
  return limitFromGb(Math.floor(gb * 100 + 1e-6) / 100);
}

type GrantParts = {
  now: number;
  cap: RuleOf<'daily-cap'> | null;
  packs: readonly RuleOf<'packs'>[];
  figure: SoundFigure | null;
};

/** Returns what the limit counts from: what it counted from before, or the figure of now. Null where that is not known. */
function grantNow({ now, cap, packs, figure }: GrantParts, before: Grant): Grant | null {
  const period = figure?.period ?? null;
  const day = cap === null ? null : zoneTime(cap.zone, now).day;
  // A clock that was set back does not bring a day back.
  const capHolds =
    day === null ||
    (before.cap !== null && before.cap.day >= day && (period === null || before.cap.period === period));
  if (!capHolds && figure === null) return null;
  if (packs.length > 0 && figure === null) return null;
  return {
    cap:
      day === null
        ? null
        : capHolds || figure === null
          ? before.cap
          : { day, period: figure.period, baseGb: figure.usedGb, at: now },
    packs:
      packs.length === 0 || figure === null
        ? null
        : balanceOn(
            zoneTime(packs[0]?.zone ?? 'UTC', now).day,
            packs.flatMap((rule) => rule.packs),
            before.packs,
            figure,
          ),
  };
}

/** Returns the lowest of the caps that apply. */
export function lowestCap(rules: readonly GuardRule[]): RuleOf<'daily-cap'> | null {
  return rules
    .filter((rule) => rule.kind === 'daily-cap')
    .reduce<RuleOf<'daily-cap'> | null>(
      (low, rule) => (low === null || rule.capGb < low.capGb ? rule : low),
      null,
    );
}

function wantedStatus(
  { now, rules, pulled }: Asked,
  { own, paused }: Pick<Held, 'own' | 'paused'>,
): Wanted['status'] {
  if (paused.status) return { to: own.status, why: [] };
  const why: GuardReason[] = [...pulled];
  if (isOff(rules, now)) why.push('hours-off');
  return why.length > 0 ? { to: 'disabled', why } : { to: own.status, why: [] };
}

/** Returns whether a rule has a moment among its hours off. */
export function isOff(rules: readonly GuardRule[], now: number): boolean {
  return rules.some(
    (rule) => rule.kind === 'hours-off' && isBetween(zoneTime(rule.zone, now).time, rule.from, rule.to),
  );
}
