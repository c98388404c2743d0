import type { ApiFailure, Outcome } from '../../contract/failure.ts';
import { isStale } from '../../usage/freshness.ts';
import type { Clock } from '../clock.ts';
import { type AppStore, accountState, currentAccountId, updateAccount } from '../state.ts';
import { atTurn, freshEnoughMs, nextDelayMs, settleMs } from './schedule.ts';

export type PollerParts = {
  store: AppStore;
  clock: Clock;
  /** In [0, 1). */
  random: () => number;
  /** Where in the interval the refreshes are to be, in [0, 1), so that accounts do not all ask at once; null for anywhere. */
  turn?: () => number | null;
  refresh: () => Promise<Outcome<null>>;
};

/** How often the age of the figures is checked. */
const tickMs = 60_000;
/** A computer that sleeps runs no timer, so after this many ticks it is awake, whether the system said so or not. */
const ticksAwake = 3;

/**
 * Decides when to refresh: by interval, by the popover, after resume and when the network returns. There is one refresh at a
 * time, and none while asleep, offline or signed out.
 */
export class Poller {
  readonly #parts: PollerParts;
  #running: Promise<void> | null = null;
  #cancelNext: (() => void) | null = null;
  #cancelTick: (() => void) | null = null;
  #failures = 0;
  /** The computer resumed or the network returned during a refresh that had begun before. */
  #overtaken = false;
  #popoverOpen = false;
  /** When the last refresh ended, and until when the API asked to wait, in monotonic time. */
  #endedMs = Number.NEGATIVE_INFINITY;
  #waitsUntilMs = Number.NEGATIVE_INFINITY;
  #ticksAsleep = 0;

  constructor(parts: PollerParts) {
    this.#parts = parts;
    this.#tick();
    parts.store.subscribe((state, previous) => {
      if (state.awake && !previous.awake) this.#checkAge();
      if (currentAccountId(state) !== currentAccountId(previous)) this.#restart(0);
      else if (state.online !== previous.online && state.online) this.#restart(0);
      else if (state.awake !== previous.awake && state.awake) this.#restart(settleMs);
      else if (state.settings !== previous.settings) this.#schedule();
      else if (!mayRefresh(state)) this.#cancel();
    });
  }

  /** Refreshes now, or joins the running refresh. Resolves when it is over. */
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

  /** Sets whether the popover is open. Opening it on old figures refreshes at once, unless the API asked to wait. */
  setPopoverOpen(open: boolean): void {
    if (this.#popoverOpen === open) return;
    this.#popoverOpen = open;
    const { store, clock } = this.#parts;
    const { month } = accountState(store.getState(), currentAccountId(store.getState()));
    const mustWait = this.#waitsUntilMs > clock.monotonicMs();
    // The absolute age, because a reading from the future was made before the clock was set back.
    const fresh = month !== null && Math.abs(clock.now() - month.readAt) <= freshEnoughMs;
    if (open && !fresh && !mustWait) void this.refreshNow();
    else this.#schedule();
  }

  stop(): void {
    this.#cancel();
    this.#cancelTick?.();
  }

  async #run(): Promise<void> {
    const { refresh, clock } = this.#parts;
    this.#overtaken = false;
    const outcome = await refresh();
    this.#endedMs = clock.monotonicMs();
    const retryAt = !outcome.ok && outcome.failure.kind === 'rate-limited' ? outcome.failure.retryAt : null;
    this.#waitsUntilMs = retryAt === null ? this.#endedMs : this.#endedMs + retryAt - clock.now();
    this.#failures = outcome.ok ? 0 : this.#failures + 1;
    // It failed on a network that has returned since, so the next one need not wait for the interval.
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
    const nowMs = clock.monotonicMs();
    const intervalMs = state.settings.refreshIntervalMinutes * 60_000;
    const delayMs = nextDelayMs({
      intervalMs,
      popoverOpen: this.#popoverOpen,
      failures: this.#failures,
      restMs: this.#waitsUntilMs - nowMs,
      random: random(),
    });
    const dueMs = this.#endedMs + delayMs;
    const turn = this.#popoverOpen || this.#failures > 0 ? null : (this.#parts.turn?.() ?? null);
    const atMs = turn === null ? dueMs : Math.max(atTurn(dueMs, turn, intervalMs), this.#waitsUntilMs);
    const waitMs = Math.max(0, atMs - nowMs);
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
    this.#notice(store.getState().awake);
    this.#checkAge();
  }

  /** Marks figures that have become old, also while nothing can be read. */
  #checkAge(): void {
    const { store, clock } = this.#parts;
    const state = store.getState();
    const id = currentAccountId(state);
    const { month, stale } = accountState(state, id);
    if (id === null || month === null || stale) return;
    const intervalMs = state.settings.refreshIntervalMinutes * 60_000;
    if (isStale(month.readAt, clock.now(), intervalMs)) updateAccount(store, id, { stale: true });
  }

  /** Notices that the computer is awake though the system reported only that it was going to sleep. */
  #notice(awake: boolean): void {
    this.#ticksAsleep = awake ? 0 : this.#ticksAsleep + 1;
    if (this.#ticksAsleep >= ticksAwake) this.#parts.store.setState({ awake: true });
  }
}

function mayRefresh(state: ReturnType<AppStore['getState']>): boolean {
  return state.online && state.awake && currentAccountId(state) !== null;
}

function isNetworkFault({ kind }: ApiFailure): boolean {
  return kind === 'unreachable' || kind === 'timed-out';
}
