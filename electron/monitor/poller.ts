import type { ApiFailure, Outcome } from '../contract/failure.ts';
import { isStale } from '../usage/freshness.ts';
import { freshEnoughMs, nextDelayMs, settleMs } from './schedule.ts';
import { type AppStore, accountState, currentAccountId, updateAccount } from './state.ts';

/** Timers and the time of day, injected. `after` answers with the way to cancel. */
export type Clock = { now(): number; after(delayMs: number, run: () => void): () => void };

export type PollerParts = {
  store: AppStore;
  clock: Clock;
  /** In [0, 1). */
  random: () => number;
  refresh: () => Promise<Outcome<null>>;
};

/** How often the age of the figures is looked at. */
const tickMs = 60_000;

/**
 * Decides when to refresh: by interval, by the popover, after resume and when the network returns. Never two at once;
 * none while asleep, offline or signed out.
 */
export class Poller {
  readonly #parts: PollerParts;
  #running: Promise<void> | null = null;
  #cancelNext: (() => void) | null = null;
  #cancelTick: (() => void) | null = null;
  #failures = 0;
  /** A resume or a return of the network came while a refresh was under way, which had begun before it. */
  #overtaken = false;
  #watched = false;

  constructor(parts: PollerParts) {
    this.#parts = parts;
    this.#tick();
    parts.store.subscribe((state, previous) => {
      if (currentAccountId(state) !== currentAccountId(previous)) this.#restart(0);
      else if (state.online !== previous.online && state.online) this.#restart(0);
      else if (state.awake !== previous.awake && state.awake) this.#restart(settleMs);
      else if (state.settings !== previous.settings) this.#schedule();
      else if (!mayRefresh(state)) this.#cancel();
    });
  }

  /** Refreshes now, or joins the refresh under way. Answers when it is over. */
  refreshNow(): Promise<void> {
    const { store } = this.#parts;
    if (!mayRefresh(store.getState())) return Promise.resolve();
    this.#cancel();
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
      if (this.#overtaken) this.#restart(settleMs);
      else this.#schedule();
    });
    return this.#running;
  }

  /** The popover opened or closed. Old figures are read again at once, unless the API asked to wait. */
  setWatched(watched: boolean): void {
    if (this.#watched === watched) return;
    this.#watched = watched;
    const { store, clock } = this.#parts;
    const { month, problem } = accountState(store.getState(), currentAccountId(store.getState()));
    const told = problem?.kind === 'rate-limited' && (problem.retryAt ?? 0) > clock.now();
    // Either way: a reading of the future is one of before the clock was set back.
    const fresh = month !== null && Math.abs(clock.now() - month.readAt) <= freshEnoughMs;
    if (watched && !fresh && !told) void this.refreshNow();
    else this.#schedule();
  }

  stop(): void {
    this.#cancel();
    this.#cancelTick?.();
  }

  async #run(): Promise<void> {
    this.#overtaken = false;
    const outcome = await this.#parts.refresh();
    this.#failures = outcome.ok ? 0 : this.#failures + 1;
    // It failed on a network that is back by now: that is no reason to wait for the next interval.
    this.#overtaken &&= !outcome.ok && isNetworkFault(outcome.failure);
  }

  #restart(delayMs: number): void {
    this.#failures = 0;
    this.#cancel();
    if (!mayRefresh(this.#parts.store.getState())) return;
    this.#overtaken = this.#running !== null;
    if (this.#overtaken) return;
    if (delayMs === 0) void this.refreshNow();
    else this.#cancelNext = this.#parts.clock.after(delayMs, () => void this.refreshNow());
  }

  #schedule(): void {
    const { store, clock, random } = this.#parts;
    this.#cancel();
    const state = store.getState();
    const id = currentAccountId(state);
    if (id === null || !mayRefresh(state) || this.#running !== null) return;
    const account = accountState(state, id);
    const lastAt = Math.max(account.month?.readAt ?? 0, this.#failures > 0 ? clock.now() : 0);
    const delayMs = nextDelayMs({
      intervalMs: state.settings.refreshIntervalMinutes * 60_000,
      watched: this.#watched,
      failures: this.#failures,
      problem: account.problem,
      now: clock.now(),
      random: random(),
    });
    const waitMs = Math.max(0, Math.min(delayMs, lastAt + delayMs - clock.now()));
    this.#cancelNext = clock.after(waitMs, () => void this.refreshNow());
    updateAccount(store, id, { nextRefreshAt: clock.now() + waitMs });
  }

  #cancel(): void {
    this.#cancelNext?.();
    this.#cancelNext = null;
  }

  #tick(): void {
    const { store, clock } = this.#parts;
    this.#cancelTick = clock.after(tickMs, () => this.#tick());
    const state = store.getState();
    const id = currentAccountId(state);
    const { month, stale } = accountState(state, id);
    if (id === null || month === null || stale) return;
    const intervalMs = state.settings.refreshIntervalMinutes * 60_000;
    if (isStale(month.readAt, clock.now(), intervalMs)) updateAccount(store, id, { stale: true });
  }
}

function mayRefresh(state: ReturnType<AppStore['getState']>): boolean {
  return state.online && state.awake && currentAccountId(state) !== null;
}

function isNetworkFault({ kind }: ApiFailure): boolean {
  return kind === 'unreachable' || kind === 'timed-out';
}
