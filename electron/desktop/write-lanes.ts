import type { Session } from 'electron';

/** As many writes at a time as there are lanes; the next one waits. */
export const laneCount = 4;

type Send = (own: Session) => Promise<Response>;

/**
 * Sends each write on a connection of its own. Chromium sends a request again, a POST as well, when a connection that was
 * used before dies without an answer: the server would see it twice or more. A new connection is never retried. Each
 * lane is a session with one write at a time, so that closing what is left of the last one aborts nothing.
 */
export function createWriteLanes(sessions: readonly Session[]): (send: Send) => Promise<Response> {
  const free = [...sessions];
  const waiting: ((lane: Session) => void)[] = [];

  function take(): Promise<Session> {
    const lane = free.pop();
    return lane === undefined ? new Promise((done) => waiting.push(done)) : Promise.resolve(lane);
  }
  function giveBack(lane: Session): void {
    const next = waiting.shift();
    if (next === undefined) free.push(lane);
    else next(lane);
  }

  return async (send) => {
    const lane = await take();
    try {
      await lane.closeAllConnections();
      return untilRead(await send(lane), () => giveBack(lane));
    } catch (error) {
      giveBack(lane);
      throw error;
    }
  };
}

/** The same response; `done` is called once its body was read, given up or cut. */
function untilRead(response: Response, done: () => void): Response {
  const { status, statusText, headers, body } = response;
  if (body === null) {
    done();
    return response;
  }
  const reader = body.getReader();
  const watched = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done: ended, value } = await reader.read();
        if (!ended) {
          controller.enqueue(value);
          return;
        }
        controller.close();
      } catch (error) {
        controller.error(error);
      }
      done();
    },
    async cancel(reason) {
      done();
      await reader.cancel(reason);
    },
  });
  return new Response(watched, { status, statusText, headers });
}
