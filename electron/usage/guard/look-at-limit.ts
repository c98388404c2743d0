import type { GuardRule } from '../../contract/guard.ts';
import { type Grant, noGrant } from '../../contract/guard-journal.ts';
import { lateMs } from './apply-line.ts';
import { isSame, lowerLimit, stopsAt } from './guarded.ts';
import { accept, keepChange, type Look, usedNow } from './look.ts';
import { lowestCap, wantedOf } from './wanted.ts';
import { zoneTime } from './zone-day.ts';

/** Two computers may differ by this much, in their clocks and in when they read the list. */
export const slackMs = 15 * 60_000;
/** The same of a status, which others may have set too: after this time it was them. */
const lateStatusMs = 2 * 60_000;
/** The API shows two digits of a limit, and a figure may be rounded too. */
const slackGb = 0.015;

/** Compares the limit with what Guard left. What neither Guard nor another computer's Guard made is kept, and pauses the rules. */
export function lookAtLimit(look: Look): void {
  const { listed, held, asked, sight } = look;
  if (!sight.row.listed || isSame('limit', listed, held.left)) return;
  const wanted = wantedOf(asked, held).limit;
  const { late } = held;
  const others = grantOfOther(look);
  if (late?.ofLimit === true && isSame('limit', listed, late.to)) {
    accept(look, 'limit', { by: 'guard', grant: late.grant });
  } else if (wanted !== null && isSame('limit', listed, { ...listed, ...wanted.to })) {
    accept(look, 'limit', { by: 'elsewhere', grant: wanted.grant });
    noteDisabledSince(look);
  } else if (others === 'unclear') {
    look.waits = true;
  } else if (others !== null && lowerLimit(held.own.limit, listed.limit) === listed.limit) {
    accept(look, 'limit', { by: 'elsewhere', grant: others });
    noteDisabledSince(look);
  } else keepChange(look, 'limit', sight.rules.some(isAboutLimits));
}

/** Another computer raises a limit and enables in one write, so that one which is still disabled was disabled since. */
function noteDisabledSince(look: Look): void {
  const { asked, held, listed, sight } = look;
  const used = usedNow(sight);
  const isDisabled = listed.status === 'disabled' && held.left.status === 'disabled';
  const isWanted = wantedOf(asked, held).status.to === 'active';
  if (isDisabled && isWanted && typeof used === 'number' && !stopsAt(listed, used))
    keepChange(look, 'status', false);
}

function isAboutLimits({ kind }: GuardRule): boolean {
  return kind === 'daily-cap' || kind === 'packs';
}

/** Returns the last write that a late server may still carry out. */
export function freshLate({ held: { late }, sight: { now } }: Look) {
  return late !== null && Math.abs(now - late.at) < lateMs ? late : null;
}

/** Returns whether a late server may have made the status of a sub-user just now. */
export function isLateStatus({ held: { late }, sight: { now }, listed }: Look): boolean {
  return late?.to.status === listed.status && Math.abs(now - late.at) < lateStatusMs;
}

/**
 * Returns the day's grant if another computer with the same cap has made it: the limit is then the cap above a figure since the
 * last grant. Without a sound figure that is not clear.
 */
function grantOfOther({ sight, asked: { figure }, held, listed }: Look): Grant | 'unclear' | null {
  const { now, rules } = sight;
  const cap = held.paused.limit || rules.some(({ kind }) => kind === 'packs') ? null : lowestCap(rules);
  if (cap === null || listed.limit.kind !== 'gb' || !listed.disablesAtLimit) return null;
  if (figure === null) return 'unclear';
  const mine = held.grant.cap;
  const baseGb = listed.limit.limitGb - cap.capGb;
  const begunGb = mine !== null && mine.period === figure.period ? mine.baseGb : 0;
  // It was made since this computer last saw that it was not.
  const settledGb = sight.settled?.gb ?? 0;
  // More than a cap since its day began is stopped, but for what the API counts late.
  const leastGb = Math.max(begunGb, settledGb, figure.usedGb - cap.capGb * 1.25);
  const today = zoneTime(cap.zone, now).day;
  const day = mine === null || mine.day < today ? today : zoneTime(cap.zone, now + slackMs).day;
  const isDue = mine === null || mine.day < day || mine.period !== figure.period;
  const isRace = mine !== null && Math.abs(now - mine.at) < slackMs;
  const fits = baseGb >= leastGb - slackGb && baseGb <= figure.usedGb + slackGb;
  if ((!isDue && !isRace) || !fits) return null;
  return { ...noGrant, cap: { day, period: figure.period, baseGb: Math.max(0, baseGb), at: now } };
}
