import type { AccountId } from '../../contract/account.ts';
import type { Forecast } from '../../contract/forecast.ts';
import type { PlanCycle } from '../../contract/outlook.ts';
import { evaluate } from '../../usage/alerts/evaluate.ts';
import { observe } from '../../usage/alerts/observe.ts';
import { routed } from '../../usage/alerts/route.ts';
import { dayTraffic } from '../../usage/day-traffic.ts';
import { accountSamples, periodForecast, subUserForecast, subUserSamples } from '../../usage/outlook.ts';
import { periodFrom } from '../../usage/period.ts';
import { planCycle } from '../../usage/plan-cycle.ts';
import type { Clock } from '../poller.ts';
import {
  type AccountState,
  type AppState,
  type AppStore,
  accountState,
  currentAccountId,
  updateAccount,
} from '../state.ts';
import { AccountBook, type BookParts } from './account-book.ts';
import type { AlertDelivery } from './delivery.ts';

export type WatchParts = BookParts & {
  store: AppStore;
  clock: Pick<Clock, 'now'>;
  delivery: AlertDelivery;
  newId: () => string;
};

/** Looks at each refresh: writes the history, makes the forecast, finds what has to be told and has it told. */
export class Watch {
  readonly #parts: WatchParts;
  #book: AccountBook | null = null;

  constructor(parts: WatchParts) {
    this.#parts = parts;
    parts.store.subscribe((state, previous) => {
      const id = currentAccountId(state);
      // Whoever signs in sees the log at once, not with the first refresh.
      if (id !== currentAccountId(previous)) this.#open(id);
      else if (state.settings !== previous.settings) this.#settingsChanged();
      else if (cycleReadOf(state) !== cycleReadOf(previous) && this.#book !== null) this.#publish(this.#book);
    });
  }

  /** Called after each refresh, whether it brought something or not. */
  observe(): void {
    const { store, clock, delivery, newId } = this.#parts;
    const state = store.getState();
    const id = currentAccountId(state);
    if (id === null) return;
    if (this.#book === null) this.#open(id);
    const book = this.#book;
    if (book === null) return;
    const account = accountState(state, id);
    const { month, subUsers } = book.fresh(account);
    const now = clock.now();
    const settings = state.settings.alerts;
    const first = !book.memory.begun;
    const { previous } = book;
    this.#record(book, account);
    const period = periodFrom(account.month?.value.dateFrom ?? null);
    const seen = observe({
      now,
      settings,
      period,
      account: figureOf(month),
      list: subUsers === null ? null : { subUsers: subUsers.value.subUsers, readAt: subUsers.readAt },
      previous,
      history: book.history,
    });
    const { findings, memory } = evaluate(seen, book.memory);
    const alerts = routed(findings, { settings, now, newId });
    book.tell(alerts, memory);
    delivery.send(book, alerts, first);
    this.#publish(book);
  }

  /** What became of alerts, the history or the settings changed: the account's view is made anew. */
  publish(book: AccountBook): void {
    if (this.#book === book) this.#publish(book);
  }

  /** This app is about to disable a sub-user, or thinks better of it: when the list shows it, it is no news. */
  noteDisabling(id: number, disabling: boolean): void {
    const book = this.#book;
    if (book === null) return;
    const others = book.memory.disabledHere.filter((each) => each !== id);
    book.remember({ ...book.memory, disabledHere: disabling ? [...others, id] : others });
  }

  /** Where a sub-user's period will end. */
  forecastOf(id: number): Forecast {
    const { store } = this.#parts;
    const { month, subUsers } = accountState(store.getState(), currentAccountId(store.getState()));
    const subUser = subUsers?.value.subUsers.find((each) => each.id === id);
    if (this.#book === null || subUsers === null || subUser === undefined || subUser.trafficGb === null)
      return { kind: 'too-little' };
    const period = periodFrom(month?.value.dateFrom ?? null);
    const figure = { gb: subUser.trafficGb, readAt: subUsers.readAt };
    return subUserForecast(subUser, subUserSamples(this.#book.history, subUser, figure, period), period);
  }

  /** Erases what is kept of an account. */
  forget(accountId: AccountId): void {
    const { shelf, logs, memories } = this.#parts;
    shelf.forget(accountId);
    memories.forget(accountId);
    logs.remove(`${accountId}.jsonl`);
  }

  stop(): void {
    this.#parts.delivery.stop();
  }

  #open(id: AccountId | null): void {
    this.#parts.delivery.stop();
    this.#book = id === null ? null : new AccountBook(this.#parts, id);
    if (this.#book === null) return;
    this.#parts.delivery.release(this.#book);
    this.#publish(this.#book);
  }

  #settingsChanged(): void {
    if (this.#book === null) return;
    this.#parts.delivery.release(this.#book);
    this.#publish(this.#book);
  }

  #record(book: AccountBook, account: AccountState): void {
    const { month, subUsers } = book.fresh(account);
    book.looked(account);
    const period = periodFrom(account.month?.value.dateFrom ?? null);
    const readAt = month?.readAt ?? subUsers?.readAt;
    if (readAt === undefined) return;
    book.record(
      book.history.next({
        at: readAt,
        period: period?.key ?? null,
        totalGb: month?.value.trafficGb ?? null,
        subUsers: subUsers?.value.subUsers.filter(({ listed }) => listed) ?? null,
      }),
    );
    if (period !== null) book.sweep(period.key);
  }

  #publish(book: AccountBook): void {
    const { store, clock } = this.#parts;
    const state = store.getState();
    const { settings } = state;
    const { month, cycleRead } = accountState(state, book.accountId);
    const period = periodFrom(month?.value.dateFrom ?? null);
    const figure = figureOf(month);
    const samples = figure === null ? [] : accountSamples(book.history, figure, period);
    updateAccount(store, book.accountId, {
      outlook: {
        forecast: periodForecast(samples, period, settings.alerts.budgetGb),
        days: dayTraffic(samples).filter(({ at }) => period !== null && at >= period.key),
      },
      alerts: book.log.view(),
      cycle: planCycle(settings.planRenewsOn, clock.now(), figure, period, samples, cycleRead),
    });
  }
}

function cycleReadOf(state: AppState): PlanCycle | null {
  return accountState(state, currentAccountId(state)).cycleRead;
}

function figureOf(month: AccountState['month']): { gb: number; readAt: number } | null {
  if (month === null || month.value.trafficGb === null) return null;
  return { gb: month.value.trafficGb, readAt: month.readAt };
}
