import pMap from 'p-map';
import type { ApiFailure } from '../../contract/failure.ts';
import type { Guarded, GuardLine } from '../../contract/guard-journal.ts';
import type { SubUser } from '../../contract/sub-user.ts';
import type { SubUserChanges } from '../../contract/sub-user-changes.ts';
import { type Act, type Decision, decide } from '../../usage/guard/decide.ts';
import { guardedOf, isSame } from '../../usage/guard/guarded.ts';
import { type ActOutcome, outcomeShown } from '../../usage/guard/settle.ts';
import { changedSubUser } from '../../usage/written.ts';
import type { Clock } from '../clock.ts';
import type { Pause } from '../jobs/pause.ts';
import type { SubUserListAccess } from '../sub-users/sub-user-list.ts';
import { isSignedOut, type WriteEnd } from '../sub-users/write-end.ts';
import type { GuardJournal } from './guard-journal.ts';
import type { GuardReading, Sights } from './sights.ts';

/** The number of requests at a time. */
const concurrency = 4;
/** A list of thousands takes a while to read, and is then good for this many times as long. */
const timesItsDuration = 4;
/** What the API refused is not asked for again before. */
const refusedForMs = 60 * 60_000;

export type RoundParts = {
  journal: GuardJournal;
  sights: Sights;
  /** Has the API's time, in which days and hours begin. */
  clock: Clock;
  pause: Pause;
  newId: () => string;
  list: Pick<SubUserListAccess, 'known' | 'noteWritten' | 'show' | 'readAgain' | 'settle'>;
  /** Sends one PATCH for the account that Guard belongs to. */
  write(id: number, changes: SubUserChanges): Promise<WriteEnd<null>>;
  /** Asks the API what a sub-user used in a period; null where it does not answer. */
  usedIn(subUser: SubUser, period: string): Promise<number | null>;
};

type Sent = { id: number; username: string; act: string };
type WaveEnd = { sent: Sent; kind: WriteEnd<null>['kind']; wasListed: boolean };

/** Does what is due: reads the list just before each write, and says by the list afterwards what became of it. */
export class GuardRound {
  readonly #parts: RoundParts;
  readonly #pause: Pause;
  readonly #refusedUntilMs = new Map<number, number>();
  #goodUntilMs = Number.NEGATIVE_INFINITY;
  /** All that this round watches, and the refresh that it goes by. */
  /** The writes that had no clear answer, until a list shows them or was given time to. */
  readonly #unclear = new Map<number, Sent>();
  #watched: { ids: readonly number[]; reading: GuardReading } | null = null;
  /** No further request is sent in this round. */
  #over = false;

  constructor(parts: RoundParts) {
    this.#parts = parts;
    this.#pause = parts.pause;
  }

  /** Ends the round: what was sent is not waited for. */
  stop(): void {
    this.#over = true;
    this.#pause.end();
  }

  /** Looks at sub-users whose rows were just read, and acts where something is due. */
  async run(ids: readonly number[], reading: GuardReading): Promise<void> {
    this.#over = false;
    this.#watched = { ids, reading };
    this.#unclear.clear();
    const due = await this.#pass(ids, reading);
    // What was not listed before shows its limit now.
    if (due.length > 0) await this.#pass(due, reading);
  }

  /** Does what is due, each once. Returns those that were enabled to be listed. */
  async #pass(ids: readonly number[], reading: GuardReading): Promise<number[]> {
    const due = this.#dueOf(ids, reading);
    const ends: WaveEnd[] = [];
    for (let at = 0; at < due.length; at += concurrency) {
      if (!(await this.#readList())) break;
      ends.push(...(await this.#wave(due.slice(at, at + concurrency), reading)));
    }
    if (ends.length === 0 || this.#over) return [];
    // What the list shows after the writes has the last word.
    const isRead = this.#unclear.size > 0 ? await this.#settle() : (await this.#parts.list.readAgain()).ok;
    if (!isRead || this.#over) return [];
    this.#look();
    return ends.flatMap(({ kind, sent, wasListed }) => (kind === 'done' && !wasListed ? [sent.id] : []));
  }

  /** Enters what a list shows of all: what others change in the middle of a round may look like Guard's doing later. */
  #look(): void {
    if (this.#watched === null) return;
    const { ids, reading } = this.#watched;
    this.#endShown((id) => this.#parts.list.known(id));
    this.#dueOf(
      ids.filter((id) => !this.#unclear.has(id)),
      reading,
    );
  }

  /** Writes what the list shows, and returns the sub-users for which something is to be done or asked. */
  #dueOf(ids: readonly number[], reading: GuardReading): number[] {
    const { clock } = this.#parts;
    const lines: GuardLine[] = [];
    const due = ids.filter((id) => {
      const decision = this.#decide(id, reading);
      if (decision === null) return false;
      lines.push(...decision.lines);
      return decision.act !== null || decision.asks !== null;
    });
    this.#enter(lines);
    return due.filter((id) => (this.#refusedUntilMs.get(id) ?? 0) <= clock.monotonicMs());
  }

  #enter(lines: readonly GuardLine[]): void {
    const { journal, sights } = this.#parts;
    journal.write(lines);
    for (const line of lines) if (line.line === 'changed') sights.noteEntered(line.id);
  }

  #decide(id: number, reading: GuardReading): Decision | null {
    const { list, sights, journal } = this.#parts;
    const row = list.known(id);
    if (row === undefined) return null;
    const decision = decide(sights.of(row, reading), journal.memory.held.get(id));
    if (decision.asks === null) sights.noteDoubt(id, decision.doubts);
    if (decision.isClear) sights.noteClear(row, reading);
    return decision;
  }

  /** Reads the list, unless it was read a moment ago. Returns false if nothing may be sent. */
  async #readList(): Promise<boolean> {
    const { clock, list } = this.#parts;
    await this.#pause.over();
    const beganMs = clock.monotonicMs();
    if (this.#over || beganMs < this.#goodUntilMs) return !this.#over;
    const listed = await list.readAgain();
    if (!listed.ok && listed.failure.kind === 'rate-limited') this.#pause.until(listed.failure.retryAt, 0);
    if (!listed.ok || this.#over) return false;
    this.#goodUntilMs = beganMs + (clock.monotonicMs() - beganMs) * timesItsDuration;
    this.#look();
    return true;
  }

  async #wave(ids: readonly number[], reading: GuardReading): Promise<WaveEnd[]> {
    const asked = await pMap(ids, (id) => this.#decideAsking(id, reading), { concurrency });
    const acts = asked.flatMap((each) => (each === null ? [] : [each]));
    return pMap(acts, (each) => this.#send(each), { concurrency });
  }

  /** Decides again by the list that was just read. Asks the API for what is not known. */
  async #decideAsking(
    id: number,
    reading: GuardReading,
  ): Promise<{ id: number; row: SubUser; act: Act } | null> {
    const { list, sights, usedIn } = this.#parts;
    for (let asks = 0; asks <= 2; asks += 1) {
      const decision = this.#decide(id, reading);
      const row = list.known(id);
      if (decision === null || row === undefined) return null;
      this.#enter(decision.lines);
      if (decision.asks === null) return decision.act === null ? null : { id, row, act: decision.act };
      sights.noteAnswer(id, decision.asks, await usedIn(row, decision.asks));
    }
    return null;
  }

  async #send({ id, row, act }: { id: number; row: SubUser; act: Act }): Promise<WaveEnd> {
    const { journal, clock, newId, write, list } = this.#parts;
    const { from, to, grant, why } = act;
    const sent: Sent = { id, username: row.username, act: newId() };
    const line = () => ({ at: clock.now(), ...sent });
    const changes = changesBetween(from, to);
    journal.write([{ line: 'planned', ...line(), by: 'guard', why, from, to, grant }]);
    journal.write([{ line: 'sent', ...line() }]);
    const end = await write(id, changes);
    if (end.kind === 'done') {
      list.noteWritten(id);
      list.show((all) => all.map((each) => (each.id === id ? changedSubUser(each, changes) : each)));
      journal.write([{ line: 'ended', ...line(), outcome: 'done', failure: null }]);
    } else this.#noteFailed(id, end.kind, end.failure, line());
    return { sent, kind: end.kind, wasListed: row.listed };
  }

  #noteFailed(
    id: number,
    kind: 'not-sent' | 'refused' | 'unclear',
    failure: ApiFailure,
    line: Pick<Extract<GuardLine, { line: 'sent' }>, 'at' | 'id' | 'username' | 'act'>,
  ): void {
    const { journal, clock } = this.#parts;
    if (failure.kind === 'rate-limited') this.#pause.until(failure.retryAt, 0);
    if (isSignedOut(failure)) this.stop();
    if (kind === 'unclear') {
      this.#unclear.set(id, line);
      return;
    }
    if (kind === 'refused') this.#refusedUntilMs.set(id, clock.monotonicMs() + refusedForMs);
    const outcome = kind === 'refused' ? 'not-done' : 'not-sent';
    journal.write([{ line: 'ended', ...line, outcome, failure }]);
  }

  /** Reads the list until it shows what was sent without a clear answer, and says what is true. False if it cannot be read. */
  async #settle(): Promise<boolean> {
    const listed = await this.#parts.list.settle((all) => {
      const rows = new Map(all.map((each) => [each.id, each]));
      this.#endShown((id) => rows.get(id));
      return this.#unclear.size === 0;
    });
    if (!listed.ok || this.#over) return false;
    for (const [id, sent] of this.#unclear)
      this.#end(sent, this.#outcomeShown(id, this.#parts.list.known(id)));
    return true;
  }

  /** Ends the writes that a list shows: others may change that again before the next one. */
  #endShown(rowOf: (id: number) => SubUser | undefined): void {
    for (const [id, sent] of this.#unclear) {
      const outcome = this.#outcomeShown(id, rowOf(id));
      if (outcome !== 'not-done') this.#end(sent, outcome);
    }
  }

  /** Returns what a row shows of the write that is pending; null where none is. */
  #outcomeShown(id: number, row: SubUser | undefined): ActOutcome | null {
    const held = this.#parts.journal.memory.held.get(id);
    if (held?.pending == null) return null;
    const isListed = row?.listed === true;
    const gone = { ...held.left, status: 'disabled' as const };
    const listed = row === undefined ? gone : guardedOf(row, held.left);
    return outcomeShown(held.pending, { listed, usedGb: isListed ? row.trafficGb : null, isListed });
  }

  #end({ id, username, act }: Sent, outcome: ActOutcome | null): void {
    const { list, journal, clock } = this.#parts;
    this.#unclear.delete(id);
    if (outcome === null) return;
    if (outcome === 'done') list.noteWritten(id);
    journal.write([{ line: 'ended', at: clock.now(), id, username, act, outcome, failure: null }]);
  }
}

/** Returns the absolute values to send. */
function changesBetween(from: Guarded, to: Guarded): SubUserChanges {
  const { limit, disablesAtLimit, status } = to;
  return {
    ...(!isSame('limit', from, to) && {
      limitGb: limit.kind === 'gb' ? limit.limitGb : limit.kind === 'blocked' ? 0 : null,
    }),
    ...(from.disablesAtLimit !== disablesAtLimit && { disablesAtLimit }),
    ...(from.status !== status && { status }),
  };
}
