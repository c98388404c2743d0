import type { Clock } from '../clock.ts';

const firstPauseMs = 2_000;
const longestPauseMs = 60_000;

/**
 * Holds the wait that the API asked for, shared by all requests of a job. It is measured by monotonic time, because a clock
 * that is set back would prolong it.
 */
export class Pause {
  readonly #clock: Clock;
  readonly #wake = new Set<() => void>();
  #endsMs: number | null = null;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** When the wait ends, by the clock (epoch milliseconds); null while no request waits. */
  get endsAt(): number | null {
    return this.#endsMs === null ? null : this.#clock.now() + this.#endsMs - this.#clock.monotonicMs();
  }

  /**
   * Waits until the time that the API just named or, if it named none, longer with each refusal of the same request.
   */
  until(retryAt: number | null, refusals: number): void {
    const ownMs = Math.min(firstPauseMs * 2 ** refusals, longestPauseMs);
    const waitMs = retryAt === null ? ownMs : Math.max(0, retryAt - this.#clock.now());
    this.#endsMs = Math.max(this.#endsMs ?? 0, this.#clock.monotonicMs() + waitMs);
  }

  /** Settles when there is no wait left. */
  async over(): Promise<void> {
    while (this.#endsMs !== null) {
      const restMs = this.#endsMs - this.#clock.monotonicMs();
      if (restMs <= 0) this.#endsMs = null;
      else await this.#sleep(restMs);
    }
  }

  /** Wakes all waiting requests. */
  end(): void {
    this.#endsMs = null;
    for (const wake of this.#wake) wake();
  }

  #sleep(delayMs: number): Promise<void> {
    return new Promise((done) => {
      const cancel = this.#clock.after(delayMs, () => wake());
      const wake = () => {
        cancel();
        this.#wake.delete(wake);
        done();
      };
      this.#wake.add(wake);
    });
  }
}
