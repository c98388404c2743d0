import type { Session } from 'electron';
import { untilRead } from './until-read.ts';

/** The most writes at a time; others wait. */
export const laneCount = 4;

type Send = (own: Session) => Promise<Response>;
/** Opens the session of a lane at the first call, and returns it at each. */
export type Lane = () => Promise<Session>;

/**
 * Sends each write on a new connection, in a session with one write at a time, so that closing old connections aborts
 * nothing. Chromium re-sends a request, even a POST, when a reused connection dies without an answer, so the server would
 * see it twice; on a new connection it never does.
 */
export function createWriteLanes(lanes: readonly Lane[]): (send: Send) => Promise<Response> {
  const free = [...lanes];
  const waiting: ((lane: Lane) => void)[] = [];

  function take(): Promise<Lane> {
    const lane = free.pop();
    return lane === undefined ? new Promise((done) => waiting.push(done)) : Promise.resolve(lane);
  }
  function giveBack(lane: Lane): void {
    const next = waiting.shift();
    if (next === undefined) free.push(lane);
    else next(lane);
  }

  return async (send) => {
    const lane = await take();
    try {
      const own = await lane();
      await own.closeAllConnections();
      return untilRead(await send(own), () => giveBack(lane));
    } catch (error) {
      giveBack(lane);
      throw error;
    }
  };
}
