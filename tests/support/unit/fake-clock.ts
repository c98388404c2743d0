import type { Clock } from '../../../electron/monitor/clock.ts';

type Timer = { at: number; run: () => void };

/** Simulates a clock that a test moves. Timers run in order, and promises settle between them. */
export class FakeClock implements Clock {
  #now: number;
  #monotonicMs = 0;
  #timers: Timer[] = [];

  constructor(now = Date.parse('2026-03-15T12:00:00Z')) {
    this.#now = now;
  }

  now = (): number => this.#now;
  monotonicMs = (): number => this.#monotonicMs;

  after = (delayMs: number, run: () => void): (() => void) => {
    const timer = { at: this.#now + delayMs, run };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((each) => each !== timer);
    };
  };

  /** Jumps as when the clock is set or the computer slept: no timer runs. */
  jump(byMs: number): void {
    this.#now += byMs;
  }

  /** Sets the clock while the app runs. Timers are not affected. */
  set(byMs: number): void {
    this.#now += byMs;
    for (const timer of this.#timers) timer.at += byMs;
  }

  /** Returns how many timers wait. */
  waiting(): number {
    return this.#timers.length;
  }

  async pass(ms: number): Promise<void> {
    const end = this.#now + ms;
    await settled();
    for (let next = this.#nextUntil(end); next !== undefined; next = this.#nextUntil(end)) {
      this.#timers = this.#timers.filter((each) => each !== next);
      this.#moveTo(Math.max(this.#now, next.at));
      next.run();
      await settled();
    }
    this.#moveTo(end);
  }

  #moveTo(now: number): void {
    this.#monotonicMs += now - this.#now;
    this.#now = now;
  }

  #nextUntil(end: number): Timer | undefined {
    return this.#timers.filter(({ at }) => at <= end).sort((one, other) => one.at - other.at)[0];
  }
}

/** Waits until all promises that can settle have settled. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

/** Advances time until work is done that waits by the clock, and for real answers in between. */
export async function whilePassing<Value>(clock: FakeClock, work: Promise<Value>): Promise<Value> {
  let done = false;
  void work.finally(() => {
    done = true;
  });
  while (!done) {
    await clock.pass(250);
    await new Promise((next) => setTimeout(next, 1));
  }
  return work;
}

/** Advances many seconds at a small cost, with room for the answers of each. */
export async function passSeconds(clock: FakeClock, seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second += 1) {
    await clock.pass(1_000);
    for (let turn = 0; turn < 5; turn += 1) await new Promise((next) => setImmediate(next));
  }
}
