import type { AccountId } from '../../contract/account.ts';
import type { Alert, Delivery } from '../../contract/alert.ts';
import type { SubUser } from '../../contract/sub-user.ts';
import type { AlertMemory } from '../../usage/alerts/memory.ts';
import type { History, HistoryEntry } from '../../usage/history.ts';
import type { AccountState } from '../state.ts';
import { AlertLog } from './alert-log.ts';
import type { LineFiles, Shelf } from './history-shelf.ts';
import type { MemoryFile } from './memory-file.ts';

export type BookParts = {
  shelf: Shelf;
  logs: LineFiles;
  memories: MemoryFile;
};

/** What is kept of one account that is watched: its history, what was told, and the log of it. */
export class AccountBook {
  readonly accountId: AccountId;
  readonly history: History;
  readonly log: AlertLog;
  readonly #parts: BookParts;
  #memory: AlertMemory;
  #written: string;
  #swept: string | null = null;
  /** The readings that were looked at last. */
  #seen: Pick<AccountState, 'month' | 'subUsers'> = { month: null, subUsers: null };
  /** The list that was looked at last, by id. */
  previous: ReadonlyMap<number, SubUser> | null = null;

  constructor(parts: BookParts, accountId: AccountId) {
    this.#parts = parts;
    this.accountId = accountId;
    this.history = parts.shelf.open(accountId);
    this.log = new AlertLog(parts.logs, accountId);
    this.#memory = parts.memories.read(accountId);
    this.#written = JSON.stringify(this.#memory);
    this.#settleUnfinished();
  }

  get memory(): AlertMemory {
    return this.#memory;
  }

  /** The readings of an account that were not looked at yet. */
  fresh({ month, subUsers }: AccountState): Pick<AccountState, 'month' | 'subUsers'> {
    return {
      month: month === this.#seen.month ? null : month,
      subUsers: subUsers === this.#seen.subUsers ? null : subUsers,
    };
  }

  looked({ month, subUsers }: AccountState): void {
    this.#seen = { month, subUsers };
    if (subUsers !== null) this.previous = new Map(subUsers.value.subUsers.map((each) => [each.id, each]));
  }

  record(entries: readonly HistoryEntry[]): void {
    for (const entry of entries) this.history.add(entry);
    this.#parts.shelf.record(this.accountId, entries);
  }

  sweep(period: string): void {
    if (this.#swept === period) return;
    this.#swept = period;
    this.#parts.shelf.sweep(period);
  }

  remember(memory: AlertMemory): void {
    this.#memory = memory;
    const text = JSON.stringify(memory);
    if (text === this.#written) return;
    this.#parts.memories.write(this.accountId, memory);
    this.#written = text;
  }

  /** Alerts first, and then that they are known: a kill between the two tells them once more, and never not at all. */
  tell(alerts: readonly Alert[], memory: AlertMemory): void {
    if (alerts.length > 0) this.log.add(alerts);
    this.remember({ ...memory, lastAlert: alerts.at(-1)?.id ?? memory.lastAlert });
  }

  settle(ids: readonly string[], delivery: Delivery): void {
    this.log.settle(ids, delivery);
  }

  /**
   * Alerts that were on their way when the app was killed. Written before what was told was remembered: they are found anew, so
   * they go. Written after: whether they were seen is not known, and they are not shown again.
   */
  #settleUnfinished(): void {
    this.log.settle(idsOf(this.#unremembered()), null);
    this.log.settle(idsOf(this.log.withDelivery('pending')), 'unanswered');
  }

  #unremembered(): Alert[] {
    const { lastAlert, begun } = this.#memory;
    // No alert was ever remembered. Where there is no memory at all it may have been lost: what was shown stays in the log.
    if (lastAlert === null) return begun ? this.log.all() : this.log.withDelivery('pending');
    const all = this.log.all();
    const last = all.findIndex(({ id }) => id === lastAlert);
    return last === -1 ? [] : all.slice(last + 1);
  }
}

function idsOf(alerts: readonly Alert[]): string[] {
  return alerts.map(({ id }) => id);
}
