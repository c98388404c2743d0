import type { Clock } from '../poller.ts';

const firstPauseMs = 2_000;
const longestPauseMs = 60_000;

/** The wait that the API asked for, shared by all requests of a job. Times are epoch milliseconds. */
export class Pause {
  readonly #clock: Clock;
  readonly #wake = new Set<() => void>();
  #endsAt: number | null = null;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Null while nobody waits. */
  get endsAt(): number | null {
    return this.#endsAt;
  }

  /** Waits until the API's own time, or, where it named none, longer with each refusal of the same request. */
  until(retryAt: number | null, refusals: number): void {
    const ownMs = Math.min(firstPauseMs * 2 ** refusals, longestPauseMs);
    this.#endsAt = Math.max(this.#endsAt ?? 0, retryAt ?? this.#clock.now() + ownMs);
  }

  /** Settles when nothing has to be waited for. */
  async over(): Promise<void> {
    while (this.#endsAt !== null) {
      const restMs = this.#endsAt - this.#clock.now();
      if (restMs <= 0) this.#endsAt = null;
      else await this.#sleep(restMs);
    }
  }

  /** Wakes all that wait. */
  end(): void {
    this.#endsAt = null;
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
