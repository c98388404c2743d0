import type { FileKind, WriteFailure } from '../contract/storage.ts';
import { codeOf } from './private-files.ts';

const retryMs = 60_000;

type Waiting = { what: FileKind; write: () => void };

/**
 * Writes to disk without throwing. A failed write is retried with each later write and every minute, so nothing is lost
 * while the app runs; `failing` is the first of them.
 */
export class WriteQueue {
  /** Called when the failing write changes, or none fails any longer. */
  onChange: (failing: WriteFailure | null) => void = () => {};
  readonly #after: (delayMs: number, run: () => void) => () => void;
  readonly #waiting = new Map<string, Waiting>();
  #failing: WriteFailure | null = null;
  #cancelRetry: (() => void) | null = null;
  #trying = false;
  #closed = false;

  constructor(after: (delayMs: number, run: () => void) => () => void) {
    this.#after = after;
  }

  get failing(): WriteFailure | null {
    return this.#failing;
  }

  /**
   * Writes now, or later if that fails. Of several under one key only the last is retried, so it has to write everything.
   */
  write(key: string, what: FileKind, write: () => void): void {
    if (this.#closed) return;
    this.#waiting.set(key, { what, write });
    this.#tryAll();
  }

  /** Writes nothing from now on, since the folder is going to be removed. */
  close(): void {
    this.#closed = true;
    this.#waiting.clear();
    this.#cancelRetry?.();
    this.#cancelRetry = null;
  }

  #tryAll(): void {
    // A write that reports a failed write (the log's) waits for the running retry.
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
    this.#notify(failing);
  }

  #notify(failing: WriteFailure | null): void {
    if (failing?.what === this.#failing?.what && failing?.code === this.#failing?.code) return;
    this.#failing = failing;
    this.onChange(failing);
  }
}
