import type { Kept, WriteFailure } from '../contract/storage.ts';
import { codeOf } from './own-files.ts';

const retryMs = 60_000;

type Waiting = { what: Kept; write: () => void };

/**
 * Writes to the disk that never throw. One that fails waits, and is tried again with each later write and every minute, so
 * nothing is lost while the app runs. `failing` tells the first that waits.
 */
export class WriteQueue {
  /** Called when what fails is another than before, or nothing any more. */
  onChange: (failing: WriteFailure | null) => void = () => {};
  readonly #after: (delayMs: number, run: () => void) => () => void;
  readonly #waiting = new Map<string, Waiting>();
  #failing: WriteFailure | null = null;
  #cancelRetry: (() => void) | null = null;
  #trying = false;

  constructor(after: (delayMs: number, run: () => void) => () => void) {
    this.#after = after;
  }

  get failing(): WriteFailure | null {
    return this.#failing;
  }

  /** Writes now, or later where that fails. Of those that wait under one key only the last is tried: it has to write all. */
  write(key: string, what: Kept, write: () => void): void {
    this.#waiting.set(key, { what, write });
    this.#tryAll();
  }

  #tryAll(): void {
    // Whoever writes because a write failed (the log) finds its line waiting.
    if (this.#trying) return;
    this.#trying = true;
    let failing: WriteFailure | null = null;
    for (const [key, waiting] of this.#waiting) {
      try {
        waiting.write();
        this.#waiting.delete(key);
      } catch (error) {
        failing ??= { what: waiting.what, code: codeOf(error) };
      }
    }
    this.#trying = false;
    this.#cancelRetry?.();
    this.#cancelRetry = failing === null ? null : this.#after(retryMs, () => this.#tryAll());
    this.#tell(failing);
  }

  #tell(failing: WriteFailure | null): void {
    if (failing?.what === this.#failing?.what && failing?.code === this.#failing?.code) return;
    this.#failing = failing;
    this.onChange(failing);
  }
}
