import type { AccountId } from '../../contract/account.ts';
import type { Alert, AlertsView, Delivery } from '../../contract/alert.ts';
import type { SubUser } from '../../contract/sub-user.ts';
import type { LinesFiles } from '../../storage/files.ts';
import { ForecastTurns } from '../../usage/alerts/forecast-turns.ts';
import type { AlertMemory } from '../../usage/alerts/memory.ts';
import type { Observation } from '../../usage/alerts/observe.ts';
import { recalled } from '../../usage/alerts/recalled.ts';
import { Unlisted } from '../../usage/alerts/unlisted.ts';
import type { History, HistoryEntry } from '../../usage/history.ts';
import type { AccountState } from '../state.ts';
import { AlertLog } from './alert-log.ts';
import type { HistoryFiles } from './history-files.ts';
import type { MemoryFile } from './memory-file.ts';

export type BookParts = {
  historyFiles: HistoryFiles;
  logs: LinesFiles;
  memories: MemoryFile;
  /** Hears of alerts once they are logged, and before they are remembered: a kill in between repeats those of before. */
  onLogged?: (alerts: readonly Alert[]) => void;
};

/** Holds the stored alert data of one account: its history, the memory of past alerts and the log. */
export class AccountBook {
  readonly accountId: AccountId;
  readonly history: History;
  readonly log: AlertLog;
  readonly turns = new ForecastTurns();
  readonly unlisted = new Unlisted();
  readonly #parts: BookParts;
  #memory: AlertMemory;
  #written: string;
  #swept: string | null = null;
  /** The readings that were evaluated last. */
  #seen: Pick<AccountState, 'month' | 'subUsers'> = { month: null, subUsers: null };
  /** Alerts that were logged, but not remembered when the app was killed. */
  #unfinished: readonly Alert[];
  #view: { log: object; shown: AlertsView } | null = null;
  /** The list that was evaluated last, by id. */
  previous: ReadonlyMap<number, SubUser> | null = null;
  /** Which period its figures were of, beside the one to go by. */
  listOf: Observation['listOf'] = 'current';

  constructor(parts: BookParts, accountId: AccountId, now: number) {
    this.#parts = parts;
    this.accountId = accountId;
    this.history = parts.historyFiles.open(accountId, now);
    this.log = new AlertLog(parts.logs, accountId);
    this.#memory = parts.memories.read(accountId);
    this.#written = JSON.stringify(this.#memory);
    this.#unfinished = this.#unremembered();
    this.#memory = recalled(this.#memory, this.#unfinished);
    const open = new Set(idsOf(this.#unfinished));
    const pending = this.log.withDelivery('pending').filter(({ id }) => !open.has(id));
    // They may have been seen, so they are not repeated.
    this.log.settle(idsOf(pending), 'unanswered');
  }

  get memory(): AlertMemory {
    return this.#memory;
  }

  /** Returns the readings of an account that were not evaluated yet. */
  fresh({ month, subUsers }: AccountState): Pick<AccountState, 'month' | 'subUsers'> {
    return {
      month: month === this.#seen.month ? null : month,
      subUsers: subUsers === this.#seen.subUsers ? null : subUsers,
    };
  }

  markEvaluated({ month, subUsers }: AccountState): void {
    this.#seen = { month, subUsers };
    if (subUsers !== null) this.previous = new Map(subUsers.value.subUsers.map((each) => [each.id, each]));
  }

  /** Returns what windows show. Referentially stable until it changes. */
  view(): AlertsView {
    const log = this.log.view();
    const byCalendar = this.#memory.period?.by === 'calendar';
    if (this.#view?.log !== log || this.#view.shown.byCalendar !== byCalendar) {
      this.#view = { log, shown: { ...log, byCalendar } };
    }
    return this.#view.shown;
  }

  record(entries: readonly HistoryEntry[]): void {
    for (const entry of entries) this.history.add(entry);
    this.#parts.historyFiles.record(this.accountId, entries);
  }

  sweep(period: string, now: number): void {
    if (this.#swept === period) return;
    this.#swept = period;
    this.#parts.historyFiles.sweep(period, now);
  }

  remember(memory: AlertMemory): void {
    this.#memory = memory;
    const text = JSON.stringify(memory);
    if (text === this.#written) return;
    this.#parts.memories.write(this.accountId, memory);
    this.#written = text;
  }

  /**
   * Logs the alerts, and then remembers them: a kill in between leaves them unfinished. Returns those of an earlier run after
   * a `complete` reading; one that was found again, since its period was not remembered either, is replaced.
   */
  addAlerts(alerts: readonly Alert[], memory: AlertMemory, complete: boolean): readonly Alert[] {
    if (alerts.length > 0) this.log.add(alerts);
    const before = new Set(this.#unfinished.map(keyOf));
    this.#parts.onLogged?.([...this.#unfinished, ...alerts.filter((alert) => !before.has(keyOf(alert)))]);
    const again = new Set(alerts.map(keyOf));
    this.log.settle(idsOf(this.#unfinished.filter((alert) => again.has(keyOf(alert)))), null);
    const rest = this.#unfinished.filter((alert) => !again.has(keyOf(alert)));
    this.#unfinished = complete ? [] : rest;
    let lastAlert = alerts.at(-1)?.id ?? memory.lastAlert;
    if (complete) lastAlert = this.log.last()?.id ?? null;
    // After the last remembered one they are unfinished for the next start too.
    else if (alerts.length > 0 && rest.length > 0) this.log.add(rest);
    this.remember({ ...memory, lastAlert });
    return complete ? rest : [];
  }

  /** Returns the alerts that wait for the end of a pause. */
  held(): Alert[] {
    const unfinished = new Set(idsOf(this.#unfinished));
    return this.log.withDelivery('held').filter(({ id }) => !unfinished.has(id));
  }

  settle(ids: readonly string[], delivery: Delivery): void {
    this.log.settle(ids, delivery);
  }

  #unremembered(): Alert[] {
    const { lastAlert, begun } = this.#memory;
    const all = this.log.all();
    // Nothing was remembered. If there is no memory file at all, it may have been lost, so the log keeps what was shown.
    if (lastAlert === null) {
      return begun ? all : all.filter(({ delivery }) => delivery === 'pending' || delivery === 'held');
    }
    const last = all.findIndex(({ id }) => id === lastAlert);
    return last === -1 ? [] : all.slice(last + 1);
  }
}

function idsOf(alerts: readonly Alert[]): string[] {
  return alerts.map(({ id }) => id);
}

/** Names what an alert is about. */
function keyOf({ subject, facts }: Alert): string {
  const who = subject.kind === 'account' ? 'account' : subject.id;
  return `${who} ${facts.rule} ${'threshold' in facts ? facts.threshold : ''}`;
}
