/** A smaller difference is that of an answer's way and of the header, which has whole seconds. */
const leastMs = 60_000;

/**
 * Gives the API's time: the computer's clock may be hours wrong, and then a day would begin at the wrong moment. Each answer has
 * the server's time in its Date header (RFC 9110, 6.6.1); until the first one, it is the computer's.
 */
export class ServerClock {
  readonly #now: () => number;
  #aheadMs = 0;

  /** `now` is the computer's own time. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** Notes the headers of an answer that has just arrived. A kept one is as old as its cache. */
  note(headers: Pick<Headers, 'get'>): void {
    const at = Date.parse(headers.get('date') ?? '');
    if (Number.isNaN(at) || headers.get('age') !== null) return;
    const aheadMs = at - this.#now();
    this.#aheadMs = Math.abs(aheadMs) < leastMs ? 0 : aheadMs;
  }

  /** Returns epoch milliseconds. */
  readonly now = (): number => this.#now() + this.#aheadMs;
}
