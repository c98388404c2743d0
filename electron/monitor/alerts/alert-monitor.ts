import type { AccountId } from '../../contract/account.ts';
import type { Forecast } from '../../contract/forecast.ts';
import type { SubUser } from '../../contract/sub-user.ts';
import { evaluate } from '../../usage/alerts/evaluate.ts';
import type { AlertMemory } from '../../usage/alerts/memory.ts';
import { type Observation, observe } from '../../usage/alerts/observe.ts';
import { routed } from '../../usage/alerts/route.ts';
import type { History } from '../../usage/history.ts';
import { subUserForecast, subUserSamples } from '../../usage/outlook.ts';
import { periodFrom } from '../../usage/period.ts';
import { inTurns } from '../../usage/work.ts';
import type { Clock } from '../clock.ts';
import { type AppState, type AppStore, accountState, currentAccountId, updateAccount } from '../state.ts';
import { accountViews } from '../usage/account-views.ts';
import { AccountBook, type BookParts } from './account-book.ts';
import type { AlertDelivery } from './delivery.ts';
import { withNotes } from './own-disabling.ts';
import { currentFigureOf, type Reading, readingOf } from './reading.ts';

export type AlertMonitorParts = BookParts & {
  store: AppStore;
  clock: Clock;
  afterTurn: (run: () => void) => void;
  delivery: AlertDelivery;
  newId: () => string;
  /** Returns a row as its user wants it: what Guard made of it raises no alert. */
  asOwned: (row: SubUser) => SubUser;
};

/** A refresh as the alert rules saw it, and whether both of its answers were good and of the period to go by. */
export type Evaluated = { seen: Observation; memory: AlertMemory; history: History; isComplete: boolean };

/** Follows each refresh: writes the history, makes the forecast, finds alerts and has them shown. */
export class AlertMonitor {
  readonly #parts: AlertMonitorParts;
  #book: AccountBook | null = null;
  #cancelHeld: (() => void) | null = null;

  constructor(parts: AlertMonitorParts) {
    this.#parts = parts;
    parts.store.subscribe((state, previous) => {
      const id = currentAccountId(state);
      if (id !== currentAccountId(previous)) this.#follow(id);
      else if (state.settings !== previous.settings) this.#settingsChanged();
      else if (!sameSums(state, previous) && this.#book !== null) this.#publish(this.#book);
    });
  }

  /**
   * Evaluates the readings of a refresh, in turns of the event loop. Call it after each, even a failed one. Returns what others
   * may act upon.
   */
  async observe(): Promise<Evaluated | null> {
    const { store, clock, afterTurn, delivery, newId, asOwned } = this.#parts;
    const state = store.getState();
    const id = currentAccountId(state);
    if (id === null) return null;
    if (this.#book === null) this.#open(id);
    const book = this.#book;
    if (book === null) return null;
    const account = accountState(state, id);
    const fresh = book.fresh(account);
    const now = clock.now();
    const settings = state.settings.alerts;
    const first = !book.memory.begun;
    const { previous } = book;
    book.markEvaluated(account);
    const reading = readingOf(fresh, book, now);
    this.#record(book, reading);
    const { believed, month, list, at } = reading;
    const { disabled, disabledHere } = book.memory;
    if (list !== null) book.unlisted.see(list.subUsers, list.readAt, [...disabled, ...disabledHere]);
    const seen = observe({
      now: at,
      settings,
      plan: state.settings.plan,
      cycleRead: account.cycleRead,
      believed,
      period: periodFrom(believed?.key ?? null),
      account: month,
      totalGb: month?.gb ?? (believed === null ? null : book.history.lastTotalIn(believed.key)),
      list: list === null ? null : { ...list, subUsers: list.subUsers.map(asOwned) },
      previous,
      history: book.history,
      turns: book.turns,
      unlisted: book.unlisted,
    });
    if (list !== null) book.listOf = seen.listOf;
    const before = book.memory;
    const { findings, memory } = await inTurns(evaluate(seen, before), afterTurn);
    // In the meantime the user may have signed out, or disabled a sub-user.
    if (this.#book !== book) return null;
    const alerts = routed(findings, { settings, now, newId });
    this.#show(book, delivery.sendRefused(book));
    const noted = withNotes(memory, before, book.memory);
    const recovered = book.addAlerts(alerts, noted, month !== null && list !== null);
    this.#show(book, delivery.send(book, [...recovered, ...alerts], first));
    this.#showHeld(book);
    this.#publish(book);
    return { seen, memory, history: book.history, isComplete: month !== null && list !== null };
  }

  /** Notes that the app itself is disabling a sub-user, or that it is not after all, so that no alert blames the vendor. */
  noteDisabling(id: number, disabling: boolean): void {
    const book = this.#book;
    if (book === null) return;
    const others = book.memory.disabledHere.filter((each) => each !== id);
    book.remember({ ...book.memory, disabledHere: disabling ? [...others, id] : others });
  }

  /** Returns the forecast of a sub-user's period. */
  forecastOf(id: number): Forecast {
    const { store } = this.#parts;
    const book = this.#book;
    const { subUsers } = accountState(store.getState(), currentAccountId(store.getState()));
    const subUser = subUsers?.value.subUsers.find((each) => each.id === id);
    if (book === null || subUsers === null || subUser === undefined) return { kind: 'too-little' };
    const figure = currentFigureOf(subUser, subUsers.readAt, book);
    const period = periodFrom(book.memory.period?.key ?? null);
    if (figure === null) return { kind: 'too-little' };
    const owned = this.#parts.asOwned(subUser);
    return subUserForecast(owned, subUserSamples(book.history, subUser, figure, period), period);
  }

  /** Returns the history in memory of the account in use; null if the user is signed out. */
  history(): History | null {
    return this.#book?.history ?? null;
  }

  /** Erases what is stored about an account. */
  forget(accountId: AccountId): void {
    const { historyFiles, logs, memories } = this.#parts;
    historyFiles.forget(accountId);
    memories.forget(accountId);
    logs.remove(`${accountId}.jsonl`);
  }

  stop(): void {
    this.#cancelHeld?.();
    this.#cancelHeld = null;
  }

  /** Opens the log of the account in use, once the login that begins in this turn is sent: a start waits for its answer. */
  #follow(id: AccountId | null): void {
    this.stop();
    this.#book = null;
    this.#parts.afterTurn(() => {
      if (this.#book === null && currentAccountId(this.#parts.store.getState()) === id) this.#open(id);
    });
  }

  #open(id: AccountId | null): void {
    this.stop();
    this.#book = id === null ? null : new AccountBook(this.#parts, id, this.#parts.clock.now());
    if (this.#book === null) return;
    this.#showHeld(this.#book);
    this.#publish(this.#book);
  }

  #settingsChanged(): void {
    if (this.#book === null) return;
    this.#showHeld(this.#book);
    this.#publish(this.#book);
  }

  /** Publishes the outcome of notifications once it is known. */
  #show(book: AccountBook, sent: Promise<void>): void {
    void sent.then(() => {
      if (this.#book === book) this.#publishAlerts(book);
    });
  }

  /** Shows what was held now, or when its time comes. */
  #showHeld(book: AccountBook): void {
    this.stop();
    const { clock, delivery } = this.#parts;
    const waitMs = delivery.waitMs(book);
    if (waitMs === 0) this.#show(book, delivery.sendHeld(book));
    else if (waitMs !== null) this.#cancelHeld = clock.after(waitMs, () => this.#showHeld(book));
  }

  #record(book: AccountBook, { believed, month, list, at }: Reading): void {
    if (month === null && list === null) return;
    const period = believed?.key ?? null;
    const subUsers = list?.subUsers.filter(({ listed }) => listed) ?? null;
    book.record(book.history.next({ at, period, totalGb: month?.gb ?? null, subUsers }));
    if (period !== null) book.sweep(period, this.#parts.clock.now());
  }

  #publish(book: AccountBook): void {
    const { store, clock } = this.#parts;
    const state = store.getState();
    const account = accountState(state, book.accountId);
    updateAccount(store, book.accountId, {
      ...accountViews(account, book, state.settings.plan, clock.now()),
      alerts: book.view(),
    });
  }

  /** Publishes what became of alerts, which changes no figure and no forecast. */
  #publishAlerts(book: AccountBook): void {
    const { store } = this.#parts;
    const alerts = book.view();
    if (accountState(store.getState(), book.accountId).alerts !== alerts)
      updateAccount(store, book.accountId, { alerts });
  }
}

/** Returns whether the sums over all sub-users are those of before. */
function sameSums(state: AppState, previous: AppState): boolean {
  const [now, before] = [state, previous].map((each) => accountState(each, currentAccountId(each)));
  return now?.cycleRead === before?.cycleRead && now?.monthDays === before?.monthDays;
}
