import type { AccountId } from '../../contract/account.ts';
import { failed } from '../../contract/failure.ts';
import type { GuardRule } from '../../contract/guard.ts';
import type { GuardNews } from '../../contract/guard-news.ts';
import type { GuardWaitsFor } from '../../contract/guard-view.ts';
import { budgetGb } from '../../contract/plan-use.ts';
import type { SubUser } from '../../contract/sub-user.ts';
import { asOwned } from '../../usage/guard/as-owned.ts';
import { dueKey } from '../../usage/guard/due-key.ts';
import { guardView } from '../../usage/guard/guard-view.ts';
import { newsOf } from '../../usage/guard/news.ts';
import { undoableParts } from '../../usage/guard/undoable.ts';
import type { Evaluated } from '../alerts/alert-monitor.ts';
import { eventOfNews } from '../channels/channel-event.ts';
import { accountState, updateAccount } from '../state.ts';
import { sendWrite } from '../sub-users/write-end.ts';
import { Guard } from './guard.ts';
import type { GuardJournal } from './guard-journal.ts';
import { GuardNotices } from './guard-notices.ts';
import type { OpenGuardParts } from './guard-parts.ts';
import { guardReadingOf } from './guard-reading.ts';
import { rulesFor } from './sights.ts';
import { usedInPeriod } from './used-in-period.ts';

/** How often the clock is compared with the rules. */
const tickMs = 60_000;
/** Figures that are older than this many refresh intervals are not acted upon. */
const mostIntervals = 2;

/** Ties Guard to the account in use: what it reads, sends and publishes. */
export class AccountGuard {
  readonly #parts: OpenGuardParts;
  readonly #accountId: AccountId;
  readonly #guard: Guard;
  readonly #notices: GuardNotices;
  #stopped = false;
  /** What was due by the clock when that was looked at last. */
  #dueKey: string;
  #cancelTick: () => void;
  /** When a good refresh was looked at last, and whether that was long before the one that is looked at now. */
  #seenAt: number | null = null;
  #wasAway = true;

  constructor(parts: OpenGuardParts, accountId: AccountId) {
    const { session, client, clock, serverNow, newId, list, files } = parts;
    this.#parts = parts;
    this.#accountId = accountId;
    this.#guard = new Guard({
      accountId,
      files,
      clock,
      serverNow,
      newId,
      list,
      mayAct: () => this.#waitsFor() === null,
      write: async (id, changes) => {
        if (this.#isUnwritten()) return { kind: 'not-sent', failure: { kind: 'cancelled' } };
        return sendWrite(session, async (who) =>
          // The user may have signed in to another account meanwhile.
          who.accountId === accountId
            ? client.updateSubUser(who, id, changes)
            : failed({ kind: 'signed-out' }),
        );
      },
      usedIn: (subUser, period) =>
        usedInPeriod({ session, client }, subUser, { period, current: this.#guard.reading?.period ?? null }),
      onLines: (lines, memory) => this.#tell(newsOf(lines, memory, this.#wasAway)),
      onChange: () => this.#onChange(),
    });
    this.#notices = new GuardNotices({
      ...parts,
      guard: this.#guard,
      usedIn: (id, period) => this.#usedIn(id, period),
      pull: (rule) => this.pull(rule),
      putBack: (rule) => void this.putBack(rule),
    });
    this.#dueKey = dueKey(this.rules, serverNow());
    this.#cancelTick = clock.after(tickMs, () => this.#tick());
    this.#publish();
  }

  get rules(): readonly GuardRule[] {
    return this.#guard.memory.rules;
  }

  get journal(): GuardJournal {
    return this.#guard.journal;
  }

  /** Looks at a refresh. What is due is done unless it failed. */
  observe(evaluated: Evaluated | null): void {
    if (evaluated?.isComplete === true && this.#account().problem === null) {
      const { clock } = this.#parts;
      this.#wasAway = this.#seenAt === null || clock.now() - this.#seenAt > this.#oldestMs();
      this.#seenAt = clock.now();
      void this.#guard.observe(guardReadingOf(evaluated, this.#guard.memory)).then(() => this.#onChange());
    }
    this.#publish();
  }

  /** Returns a row as its user wants it, without what Guard made of it. */
  asOwned(row: SubUser): SubUser {
    return asOwned(row, this.#guard.memory.held.get(row.id));
  }

  noteYours(id: number): void {
    this.#guard.noteYours(id);
  }

  setRule(rule: GuardRule): void {
    void this.#guard.setRule(rule);
    this.#rulesChanged();
  }

  removeRule(rule: string): void {
    void this.#guard.removeRule(rule);
    this.#rulesChanged();
  }

  pull(rule: GuardRule): void {
    void this.#guard.pull(rule);
    this.#refreshIfOld();
  }

  /** Puts a rule back for its period or day, which a refresh names. */
  async putBack(rule: GuardRule): Promise<void> {
    if (this.#guard.reading === null) await this.#parts.refreshNow();
    void this.#guard.putBack(rule);
    this.#refreshIfOld();
  }

  /** Takes back what a write made. Returns false if nothing of that is so any longer. */
  undo(act: string): boolean {
    for (const [id, held] of this.#guard.memory.held) {
      const parts = undoableParts(held, act);
      if (parts.length === 0) continue;
      void this.#guard.undo(id, parts);
      this.#refreshIfOld();
      return true;
    }
    return false;
  }

  /** Returns whether a rule pauses for the sub-user. */
  isPaused(id: number): boolean {
    const paused = this.#guard.memory.held.get(id)?.paused;
    return paused !== undefined && (paused.limit || paused.status);
  }

  /** Goes on with sub-users for which rules pause. Returns those of which the list does not show how they are. */
  resume(ids: readonly number[]): number[] {
    const unknown = this.#guard.resume(ids);
    this.#refreshIfOld();
    return unknown;
  }

  stop(): void {
    this.#stopped = true;
    this.#cancelTick();
    this.#guard.stop();
  }

  /** Refreshes when a day begins, or hours begin or end: only new figures are acted upon. */
  #tick(): void {
    const { clock, serverNow, refreshNow } = this.#parts;
    this.#cancelTick = clock.after(tickMs, () => this.#tick());
    const key = dueKey(this.rules, serverNow());
    if (key !== this.#dueKey) void refreshNow();
    this.#dueKey = key;
    void this.#notices.show();
  }

  /** Returns whether the journal is not on disk: a write that it lacks could be repeated after a kill. */
  #isUnwritten(): boolean {
    return this.#parts.store.getState().environment.storage.failing?.what === 'guard';
  }

  #tell(news: readonly GuardNews[]): void {
    const { store, clock, newId, tell } = this.#parts;
    const { locale } = store.getState().environment;
    this.#notices.add(news);
    tell(news.map((each) => eventOfNews(each, { id: newId(), at: clock.now() }, locale)));
  }

  #account() {
    return accountState(this.#parts.store.getState(), this.#accountId);
  }

  #rulesChanged(): void {
    this.#dueKey = dueKey(this.rules, this.#parts.serverNow());
    this.#refreshIfOld();
  }

  /** Orders wait for good figures. */
  #refreshIfOld(): void {
    if (this.#waitsFor() !== null) void this.#parts.refreshNow();
  }

  #oldestMs(): number {
    return mostIntervals * this.#parts.store.getState().settings.refreshIntervalMinutes * 60_000;
  }

  #waitsFor(): GuardWaitsFor | null {
    const { clock } = this.#parts;
    const { month, problem, stale } = this.#account();
    if (this.#guard.reading === null || month === null) return problem === null ? 'refresh' : 'figures';
    const isOld = stale || Math.abs(clock.now() - month.readAt) > this.#oldestMs();
    return problem !== null || isOld ? 'figures' : null;
  }

  #usedIn(id: number, period: string): number | null {
    return period === this.#guard.reading?.period ? (this.#parts.list.known(id)?.trafficGb ?? null) : null;
  }

  #onChange(): void {
    this.#publish();
    void this.#notices.show();
  }

  #publish(): void {
    if (this.#stopped) return;
    const { store, serverNow } = this.#parts;
    const { memory, journal, reading } = this.#guard;
    const view = guardView(memory, {
      now: serverNow(),
      waitsFor: this.#waitsFor() ?? (reading?.period === null ? 'period' : null),
      hasBudget: budgetGb(store.getState().settings.plan) !== null,
      asksFor: this.#guard.asksFor(),
      rulesOf: (id) => rulesFor(memory, id),
      usedIn: (id, period) => this.#usedIn(id, period),
      journalRevision: journal.revision,
    });
    const { guard: before } = this.#account();
    if (JSON.stringify(before) !== JSON.stringify(view))
      updateAccount(store, this.#accountId, { guard: view });
  }
}
