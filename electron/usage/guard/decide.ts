import type { Grant, Guarded, GuardLine, GuardReason, Held } from '../../contract/guard-journal.ts';
import { beginHolding } from './apply-line.ts';
import { guardedOf, isSame, isSameInAll, stopsAt } from './guarded.ts';
import { about, askedOf, type Look, note, periodOf, type Sight, usedNow } from './look.ts';
import { freshLate, lookAtLimit } from './look-at-limit.ts';
import { lookAtStatus } from './look-at-status.ts';
import { outcomeShown } from './settle.ts';
import { type Wanted, wantedOf } from './wanted.ts';

/** A write that is due. */
export type Act = { from: Guarded; to: Guarded; grant: Grant; why: GuardReason[] };

export type Decision = {
  /** What the list shows, to be written before anything is done. */
  lines: readonly GuardLine[];
  act: Act | null;
  /** The period whose traffic has to be known first. The API is asked, and then it is decided again. */
  asks: string | null;
  /** Whether it is disabled without a reason that is known. */
  doubts: boolean;
  /** Whether all that the list shows is understood. */
  isClear: boolean;
};

const nothing: Decision = { lines: [], act: null, asks: null, doubts: false, isClear: false };

/**
 * Decides from the newest list what Guard has to do for one sub-user, just before it does so. What is not as Guard left it was
 * changed by others and stays; what is as it should be is left alone.
 */
export function decide(sight: Sight, known: Held | undefined): Decision {
  if (sight.isMainUser || (known === undefined && sight.rules.length === 0)) return nothing;
  const look = beginLook(sight, known);
  if (look === null) return nothing;
  settlePending(look);
  lookAtLimit(look);
  // A status says something only beside its limit.
  if (!look.waits) lookAtStatus(look);
  const act = look.waits || look.asks !== null ? null : actOf(look);
  if (look.asks !== null) return { ...nothing, asks: look.asks };
  if (act === null && isOver(look)) look.lines.push({ line: 'released', ...about(look) });
  return { lines: look.lines, act, asks: null, doubts: look.doubts, isClear: !look.waits };
}

function beginLook(sight: Sight, known: Held | undefined): Look | null {
  const listed = guardedOf(sight.row, known?.left ?? null);
  if (listed === null) return null;
  const held = known ?? beginHolding({ username: sight.row.username, own: listed });
  const look: Look = {
    sight,
    asked: askedOf(sight),
    listed,
    before: held.left,
    ownBefore: held.own,
    held,
    lines: [],
    waits: false,
    doubts: false,
    asks: null,
  };
  if (known === undefined) look.lines.push({ line: 'held', ...about(look), own: listed });
  return look;
}

/** Says of a write that a crash or an unclear answer left open what the list shows. */
function settlePending(look: Look): void {
  const { pending } = look.held;
  if (pending === null) return;
  const used = usedNow(look.sight);
  const { listed, sight } = look;
  const usedGb = typeof used === 'number' ? used : null;
  const outcome = outcomeShown(pending, { listed, usedGb, isListed: sight.row.listed });
  note(look, { line: 'ended', ...about(look), act: pending.act, outcome, failure: null });
}

function actOf(look: Look): Act | null {
  const { asked, held, listed, sight } = look;
  const wanted = wantedOf(asked, held);
  if (wanted.limit === null) askForFigure(look);
  const as = { limit: listed.limit, disablesAtLimit: listed.disablesAtLimit };
  const limit = wanted.limit?.to ?? as;
  const isLimited = wanted.limit === null || wanted.limit.why.length > 0;
  const status = statusOf(look, { ...limit, status: wanted.status.to }, isLimited);
  if (look.asks !== null || look.waits) return null;
  // The limit of one that is not listed may have been changed: it is enabled first, and compared once the list shows it.
  const isShown = sight.row.listed;
  const to = { ...(isShown ? limit : as), status };
  const grant = isShown ? (wanted.limit?.grant ?? held.grant) : held.grant;
  if (!isSameInAll(to, listed)) return { from: listed, to, grant, why: whyOf(wanted, listed, to) };
  if (isShown && isOfOtherTime(grant, held.grant)) {
    note(look, { line: 'accepted', ...about(look), by: 'guard', from: held.left, to: held.left, grant });
  }
  return null;
}

/** One that is not listed has no figure, unless the API is asked for it. */
function askForFigure(look: Look): void {
  const period = periodOf(look.sight);
  if (!look.sight.row.listed && period !== null && usedNow(look.sight) === undefined) look.asks = period;
}

/** Returns the status to send. One that its limit stops anyway stays as it is. */
function statusOf(look: Look, to: Guarded, isLimited: boolean): Guarded['status'] {
  const { listed, held, asked, sight } = look;
  // The own limit of one that is not listed may be another by now: Oxylabs stops it again, if it is reached.
  const mayStop = to.disablesAtLimit && to.limit.kind === 'gb' && (isLimited || sight.row.listed);
  if (to.status === 'disabled' || listed.status === 'active' || !mayStop) return to.status;
  // Where Guard set the limit, only a sound figure says that it is no longer reached.
  const isGranted = held.grant.cap !== null || held.grant.packs !== null;
  const used = isGranted && sight.row.listed ? (asked.figure?.usedGb ?? null) : usedNow(sight);
  if (used === undefined) look.asks = periodOf(look.sight);
  return typeof used === 'number' && !stopsAt(to, used) ? to.status : listed.status;
}

function whyOf({ limit, status }: Wanted, listed: Guarded, to: Guarded): GuardReason[] {
  const why = new Set<GuardReason>();
  if (!isSame('limit', listed, to)) for (const each of limit?.why ?? []) why.add(each);
  if (!isSame('status', listed, to)) for (const each of status.why) why.add(each);
  return why.size > 0 ? [...why] : ['put-back'];
}

/** Returns whether a grant counts from another day, period or packs than the one before. */
function isOfOtherTime({ cap, packs }: Grant, before: Grant): boolean {
  return (
    cap?.day !== before.cap?.day ||
    cap?.period !== before.cap?.period ||
    (packs !== before.packs && packs !== null)
  );
}

/** Returns whether all is as its user wants it, and no late write can change that. */
function isOver(look: Look): boolean {
  const { sight, held, waits } = look;
  // The limit of one that is not listed is put back once it is.
  const isPutBack = sight.row.listed || isSame('limit', held.left, held.own);
  return sight.rules.length === 0 && isPutBack && !waits && held.pending === null && freshLate(look) === null;
}
