import type { SubUser } from '../../contract/sub-user.ts';
import { reaches } from '../../contract/used-share.ts';

/** A sub-user that left the list was most likely disabled at its limit if it was this close to it; else it may be deleted. */
const closePercent = 95;
/** A list may lack sub-users for once or for minutes, so this many in a row must, over this long. */
const leastLists = 4;
const leastMs = 15 * 60_000;
/** Servers that differ agree after this long. */
const differMs = 6 * 3_600_000;

/** Returns whether a sub-user may have been disabled at its limit, which is a reason to leave the list. */
export function leavesAtLimit({ disablesAtLimit, trafficGb, limit }: SubUser): boolean {
  if (disablesAtLimit !== true || trafficGb === null || limit.kind !== 'gb') return false;
  return reaches(trafficGb, closePercent, limit.limitGb);
}

/** Returns whether all are missing at once: the list could not be answered. */
export function isUnanswered(subUsers: readonly SubUser[]): boolean {
  return subUsers.length > 1 && !subUsers.some(({ listed }) => listed);
}

type Absence = { since: number; lists: number; explained: boolean };

/**
 * Follows who is missing in the lists of a run. The API does not say how long a list is: one that lacks a sub-user without a
 * reason may be short, and then says nothing for hours about the others that left with it.
 */
export class Unlisted {
  #absences = new Map<number, Absence>();
  #gone = new Set<number>();

  /** Takes in a list, with the sub-users that it lacks; `disabled` are those that were disabled before. */
  see(subUsers: readonly SubUser[], readAt: number, disabled: readonly number[]): void {
    if (isUnanswered(subUsers)) return;
    const known = new Set(disabled);
    const absences = new Map<number, Absence>();
    for (const subUser of subUsers) {
      if (subUser.listed) continue;
      const { id } = subUser;
      const first = () => ({ since: readAt, lists: 0, explained: known.has(id) || leavesAtLimit(subUser) });
      const { since, lists, explained } = this.#absences.get(id) ?? first();
      absences.set(id, { since, lists: lists + 1, explained });
    }
    this.#absences = absences;
    const short = new Set(
      [...absences.values()].flatMap(({ since, explained }) => (explained ? [] : [since])),
    );
    this.#gone = new Set(
      [...absences].flatMap(([id, { since, lists }]) => {
        const needed = short.has(since) ? differMs : leastMs;
        return lists >= leastLists && Math.abs(readAt - since) >= needed ? [id] : [];
      }),
    );
  }

  /** Returns whether a sub-user has left the list for good, as far as lists can show it. */
  isGone(id: number): boolean {
    return this.#gone.has(id);
  }
}
