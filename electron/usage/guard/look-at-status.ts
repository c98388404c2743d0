import type { Guarded } from '../../contract/guard-journal.ts';
import { isSame, stopsAt } from './guarded.ts';
import { accept, keepChange, type Look, periodOf, type Sight, usedNow } from './look.ts';
import { freshLate, isLateStatus, slackMs } from './look-at-limit.ts';
import { isOff, wantedOf } from './wanted.ts';

/** How long a sub-user has to be disabled below its limit before that is taken for a change by others. */
const doubtMs = 12 * 60_000;

/** Compares the status with what Guard left. A stop at the limit is Oxylabs' own; any other change is kept. */
export function lookAtStatus(look: Look): void {
  if (isSame('status', look.listed, look.held.left)) {
    // Others disabled it and enabled it again, before it was clear what to make of the first.
    const wasEnabled = look.listed.status === 'active' && look.sight.doubtedForMs !== null;
    if (wasEnabled) keepChange(look, 'status', wantedOf(look.asked, look.held).status.why.length > 0);
  } else if (look.listed.status === 'disabled') lookAtDisabled(look);
  else lookAtActive(look);
}

function lookAtDisabled(look: Look): void {
  const { grant } = look.held;
  const stopped = wasStopped(look);
  // A limit that is not Guard's has stopped it, which is not for Guard to end.
  if (stopped === 'yes' && isOwnStop(look)) keepChange(look, 'status', false);
  else if (stopped === 'yes') accept(look, 'status', { by: 'oxylabs', grant });
  else if (isLateStatus(look)) accept(look, 'status', { by: 'guard', grant });
  else if (stopped === 'no' && isConfirmed(look)) keepChange(look, 'status', false);
  else {
    look.waits = true;
    look.doubts = true;
  }
}

/** The list's figure may be older than its status, or be a corrected one: the API is asked for another, after a while. */
function isConfirmed(look: Look): boolean {
  const { listed, sight } = look;
  if (!listed.disablesAtLimit) return true;
  if ((sight.doubtedForMs ?? 0) < doubtMs) return false;
  const period = periodOf(sight);
  if (period === null) return false;
  const used = sight.usedIn(period);
  if (used === undefined) ask(look, period);
  return typeof used === 'number';
}

/** Returns whether the own limit has stopped it, and not one of Guard whose write had no clear answer. */
function isOwnStop(look: Look): boolean {
  const { own, left } = look.held;
  const used = usedNow(look.sight);
  if (typeof used === 'number' && stopsAt(own, used)) return isSame('limit', left, own);
  const mayBeLate = freshLate(look)?.ofLimit === true;
  return isSame('limit', look.before, look.ownBefore) && isSame('limit', left, own) && !mayBeLate;
}

function lookAtActive(look: Look): void {
  const { held, asked, sight } = look;
  const { grant } = held;
  const wanted = wantedOf(asked, held).status;
  const isAtEdge = [-slackMs, slackMs].some(
    (byMs) => isOff(sight.rules, sight.now + byMs) !== isOff(sight.rules, sight.now),
  );
  if (wanted.to === 'active') accept(look, 'status', { by: 'elsewhere', grant });
  else if (isLateStatus(look)) accept(look, 'status', { by: 'guard', grant });
  // Another computer's clock has come to the end of the hours already, or not yet.
  else if (isAtEdge && !held.paused.status && wanted.why.every((why) => why === 'hours-off'))
    look.waits = true;
  else keepChange(look, 'status', wanted.why.length > 0);
}

/** Returns whether the limit explains that a sub-user is disabled: of this period, or of the one in which Guard set it. */
function wasStopped(look: Look): 'yes' | 'no' | 'unknown' {
  const { sight, listed, before, held } = look;
  const used = mostKnown(sight);
  const late = freshLate(look);
  const limits = [listed, before, late?.to ?? listed, wasJustBefore(look) ?? listed];
  if (typeof used === 'number' && limits.some((each) => stopsAt(each, used))) return 'yes';
  // A figure that has just fallen does not say that the limit is not reached.
  if (sight.row.listed && !sight.sound && listed.disablesAtLimit) return 'unknown';
  const period = periodOf(sight);
  if (used === undefined && period !== null) return ask(look, period);
  const granted = held.grant.cap?.period ?? held.grant.packs?.period ?? null;
  if (granted === null || granted === period || !before.disablesAtLimit)
    return used === null ? 'unknown' : 'no';
  const usedThen = sight.usedIn(granted);
  if (usedThen === undefined) return ask(look, granted);
  return usedThen === null ? 'unknown' : stopsAt(before, usedThen) ? 'yes' : 'no';
}

/** Returns what the last write replaced, if Oxylabs may have stopped it just before: no look has shown it active since. */
function wasJustBefore({ held: { was }, sight: { now, settled } }: Look): Guarded | null {
  // What a write enabled was not stopped before it.
  if (was === null || was.from.status !== 'active') return null;
  const isUnseen = settled === null ? Math.abs(now - was.at) < slackMs : settled.at < was.at;
  return isUnseen ? was.from : null;
}

/** Returns the higher of what the list shows and what the API was asked for: what is counted does not become less. */
function mostKnown(sight: Sight): number | null | undefined {
  const used = usedNow(sight);
  const period = periodOf(sight);
  const asked = period === null ? undefined : sight.usedIn(period);
  return typeof used === 'number' && typeof asked === 'number' ? Math.max(used, asked) : used;
}

function ask(look: Look, period: string): 'unknown' {
  look.asks = period;
  return 'unknown';
}
