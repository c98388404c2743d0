import type { AccountId } from '../../contract/account.ts';

/**
 * Remembers the writes of this run by sub-user, and the readings in their order, so that a reading that began before a write
 * does not speak of it. A counter is the clock, because the computer's may jump.
 */
export class OwnWrites {
  #turn = 0;
  readonly #written = new Map<number, number>();
  readonly #deleted = new Set<number>();

  /** Returns the turn at which a reading begins. */
  beginReading(): number {
    this.#turn += 1;
    return this.#turn;
  }

  noteWritten(id: number): void {
    this.#turn += 1;
    this.#written.set(id, this.#turn);
  }

  /** Notes a deletion. The API never gives an id twice, so the sub-user is gone for good. */
  noteDeleted(id: number): void {
    this.#deleted.add(id);
  }

  isDeleted(id: number): boolean {
    return this.#deleted.has(id);
  }

  /** Returns whether a reading may say something about a sub-user: it began after the last write to it. */
  speaksOf(reading: number, id: number): boolean {
    return (this.#written.get(id) ?? 0) < reading;
  }

  get any(): boolean {
    return this.#written.size > 0 || this.#deleted.size > 0;
  }
}

/** Returns the writes of each account: two accounts may have sub-users with the same id. */
export type OwnWritesOf = (accountId: AccountId | null) => OwnWrites;

export function ownWritesByAccount(): OwnWritesOf {
  const all = new Map<AccountId | null, OwnWrites>();
  return (accountId) => {
    const own = all.get(accountId) ?? new OwnWrites();
    all.set(accountId, own);
    return own;
  };
}
