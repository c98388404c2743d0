import type { SessionView } from '../contract/account.ts';
import type { ApiFailure } from '../contract/failure.ts';

/** Why Oxygauge cannot watch the traffic: signed out by other than the user, failing requests, or no figure. */
export type Standstill =
  | { kind: 'signed-out'; reason: 'refused' | 'secret-unreadable' | 'keyring-silent' }
  | { kind: 'failing'; problem: ApiFailure }
  | { kind: 'no-figure' };

/** What is so at a minute's end. */
export type MinuteSeen = {
  session: SessionView;
  online: boolean;
  /** How the last refresh failed; null where it did not. */
  problem: ApiFailure | null;
  /** When the account's total was read last, in epoch milliseconds; null where the API reports none. */
  figureReadAt: number | null;
};

/** Minutes of running, which neither sleep nor a clock that is set can move. */
export type StandstillCount = {
  failingMinutes: number;
  withoutFigureMinutes: number;
  figureReadAt: number | null;
};

export const noStandstill: StandstillCount = {
  failingMinutes: 0,
  withoutFigureMinutes: 0,
  figureReadAt: null,
};

const mostFailingMinutes = 60;
const mostWithoutFigureMinutes = 24 * 60;

/** Counts one more minute. A new figure, a good refresh or a sign-out restarts the count. */
export function countMinute(count: StandstillCount, seen: MinuteSeen): StandstillCount {
  if (seen.session.kind !== 'signed-in') return noStandstill;
  const read = seen.figureReadAt !== null && seen.figureReadAt !== count.figureReadAt;
  // The system itself shows that it is offline, but not that a figure has been missing for a day.
  const failing = seen.problem !== null && seen.online;
  return {
    failingMinutes: failing ? count.failingMinutes + 1 : seen.problem === null ? 0 : count.failingMinutes,
    withoutFigureMinutes: read ? 0 : count.withoutFigureMinutes + 1,
    figureReadAt: seen.figureReadAt,
  };
}

/** Returns why the traffic is not watched at present, or null while it is. */
export function standstillOf(count: StandstillCount, { session, problem }: MinuteSeen): Standstill | null {
  if (session.kind === 'signed-out') {
    const { reason } = session;
    // A sign-out by the user and a first start are no news.
    return reason === 'signed-out' || reason === 'never-signed-in' ? null : { kind: 'signed-out', reason };
  }
  if (problem !== null && count.failingMinutes >= mostFailingMinutes) return { kind: 'failing', problem };
  return count.withoutFigureMinutes >= mostWithoutFigureMinutes ? { kind: 'no-figure' } : null;
}
