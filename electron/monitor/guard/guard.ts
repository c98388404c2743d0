import type { AccountId } from '../../contract/account.ts';
import { dayOf } from '../../contract/day.ts';
import type { GuardRule } from '../../contract/guard.ts';
import type { GuardedPart, GuardLine } from '../../contract/guard-journal.ts';
import type { LinesFiles } from '../../storage/files.ts';
import type { GuardMemory } from '../../usage/guard/apply-line.ts';
import { guardedOf } from '../../usage/guard/guarded.ts';
import { duePulls, duringOf, type Pull } from '../../usage/guard/pulls.ts';
import type { Clock } from '../clock.ts';
import { Pause } from '../jobs/pause.ts';
import type { SubUserListAccess } from '../sub-users/sub-user-list.ts';
import { type GuardJournal, openGuardJournal } from './guard-journal.ts';
import { GuardRound, type RoundParts } from './guard-round.ts';
import { type GuardReading, Sights } from './sights.ts';

export type GuardParts = Pick<RoundParts, 'newId' | 'write' | 'usedIn'> & {
  accountId: AccountId;
  clock: Clock;
  /** Returns the API's time, in epoch milliseconds. */
  serverNow: () => number;
  files: LinesFiles;
  list: RoundParts['list'] & Pick<SubUserListAccess, 'isMainUser'>;
  /** Returns whether the figures are good enough to act upon: read a moment ago, without a failure. */
  mayAct: () => boolean;
  /** Called with lines that are on disk, before they are applied. */
  onLines?: (lines: readonly GuardLine[], memory: GuardMemory) => void;
  /** Called after each change of what Guard holds. */
  onChange?: () => void;
};

/** Acts by the rules that a user set for one account, and keeps a journal of it. It does nothing without a rule. */
export class Guard {
  readonly #parts: GuardParts;
  readonly #journal: GuardJournal;
  readonly #sights: Sights;
  readonly #round: GuardRound;
  #reading: GuardReading | null = null;
  #running: Promise<void> | null = null;
  /** Something changed while a round ran, so that another is due. */
  #again = false;
  #stopped = false;

  constructor(parts: GuardParts) {
    const { accountId, files, serverNow, list, onLines } = parts;
    const clock = { ...parts.clock, now: serverNow };
    this.#parts = parts;
    this.#journal = openGuardJournal(files, accountId, serverNow, (lines) => onLines?.(lines, this.memory));
    const { memory } = this.#journal;
    this.#sights = new Sights({ memory, clock, isMainUser: list.isMainUser });
    this.#round = new GuardRound({
      ...parts,
      clock,
      pause: new Pause(parts.clock),
      journal: this.#journal,
      sights: this.#sights,
    });
  }

  get journal(): GuardJournal {
    return this.#journal;
  }

  get memory(): GuardMemory {
    return this.#journal.memory;
  }

  get reading(): GuardReading | null {
    return this.#reading;
  }

  /** Returns the sub-users that rules would disable after a click, by rule. */
  asksFor(): Map<string, readonly number[]> {
    return new Map(this.questions().map(({ rule, ids }) => [rule.id, ids]));
  }

  /** Returns the rules that hold and wait for a click. */
  questions(): Pull[] {
    return this.#pulls('after-click');
  }

  get isBusy(): boolean {
    return this.#running !== null;
  }

  /** Notes that something was notified, so that it is not repeated. */
  noteNotified(rule: string, about: string): void {
    this.#journal.write([{ line: 'notified', at: this.#parts.serverNow(), rule, about }]);
  }

  /** Looks at a list that was just read. Resolves once all that was due is done. */
  observe(reading: GuardReading): Promise<void> {
    this.#reading = reading;
    this.#sights.beginList();
    this.#again = this.#running !== null;
    return this.#running ?? this.#run();
  }

  /** Sets a rule, and keeps apart how its sub-users are at this moment. */
  setRule(rule: GuardRule): Promise<void> {
    const { list, serverNow } = this.#parts;
    const at = serverNow();
    const lines: GuardLine[] = [{ line: 'rule-set', at, rule }];
    for (const id of rule.subUserIds) {
      const row = list.known(id);
      const own = row?.listed === true ? guardedOf(row, null) : null;
      if (row === undefined || own === null || list.isMainUser(id) || this.memory.held.has(id)) continue;
      lines.push({ line: 'held', at, id, username: row.username, own });
    }
    return this.#change(lines);
  }

  /** Removes a rule. What it had changed is put back. */
  removeRule(rule: string): Promise<void> {
    return this.#change([{ line: 'rule-removed', at: this.#parts.serverNow(), rule }]);
  }

  /** Sets off a brake or a rule about unusual days, because the user asks for it: for those that it asks about, or for all. */
  pull(rule: GuardRule): Promise<void> {
    const at = this.#parts.serverNow();
    const ids = [...(this.asksFor().get(rule.id) ?? rule.subUserIds)];
    return this.#change([{ line: 'pulled', at, rule: rule.id, ids, by: 'you' }]);
  }

  /** Puts back all that a brake or a rule about unusual days had disabled. It does not repeat in the same period or day. */
  putBack(rule: GuardRule): Promise<void> {
    const at = this.#parts.serverNow();
    const day = this.#reading?.day ?? dayOf(at);
    // Where it is not clear which period this is, it is the calendar's.
    const period = this.#reading?.period ?? `${dayOf(at).slice(0, 7)}-01`;
    const during = duringOf(rule, { period, day }) ?? '';
    return this.#change([{ line: 'put-back', at, rule: rule.id, during }]);
  }

  /** Takes back what Guard did to a sub-user, and pauses the rules about it. */
  undo(id: number, parts: readonly GuardedPart[]): Promise<void> {
    const held = this.memory.held.get(id);
    if (held === undefined) return Promise.resolve();
    const at = this.#parts.serverNow();
    return this.#change(parts.map((part) => ({ line: 'paused', at, id, username: held.username, part })));
  }

  /** Goes on with sub-users whose rules pause, from what the list shows of them. Returns those of which it does not show it. */
  resume(ids: readonly number[]): number[] {
    const at = this.#parts.serverNow();
    const lines: GuardLine[] = [];
    const unknown: number[] = [];
    for (const id of ids) {
      const row = this.#parts.list.known(id);
      const held = this.memory.held.get(id);
      const now = row === undefined || held === undefined ? null : guardedOf(row, held.left);
      if (row === undefined || now === null) unknown.push(id);
      else lines.push({ line: 'resumed', at, id, username: row.username, now });
    }
    if (lines.length > 0) void this.#change(lines);
    return unknown;
  }

  /** Notes that the user changes a sub-user by this app. */
  noteYours(id: number): void {
    this.#sights.noteYours(id);
  }

  stop(): void {
    this.#stopped = true;
    this.#round.stop();
    this.#journal.close();
  }

  #change(lines: readonly GuardLine[]): Promise<void> {
    this.#journal.write(lines);
    this.#parts.onChange?.();
    this.#again = this.#running !== null;
    return this.#running ?? this.#run();
  }

  #run(): Promise<void> {
    this.#running ??= this.#rounds().finally(() => {
      this.#running = null;
      this.#parts.onChange?.();
    });
    return this.#running;
  }

  async #rounds(): Promise<void> {
    do {
      this.#again = false;
      const reading = this.#reading;
      if (reading === null || this.#stopped || !this.#parts.mayAct()) return;
      this.#notePulls();
      await this.#round.run(this.#ids(), reading);
    } while (this.#again);
  }

  #ids(): number[] {
    const { rules, held } = this.memory;
    return [...new Set([...rules.flatMap(({ subUserIds }) => subUserIds), ...held.keys()])];
  }

  /** Sets off what acts by itself. */
  #notePulls(): void {
    const at = this.#parts.serverNow();
    const pulls = this.#pulls('itself');
    this.#journal.write(
      pulls.map(({ rule, ids }) => ({ line: 'pulled', at, rule: rule.id, ids, by: 'guard' as const })),
    );
  }

  #pulls(acts: 'itself' | 'after-click'): Pull[] {
    if (this.#reading === null) return [];
    return duePulls(this.memory, this.#reading).filter(({ rule }) => 'acts' in rule && rule.acts === acts);
  }
}
