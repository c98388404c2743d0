import type { GuardRule } from '../../contract/guard.ts';
import type { SubUser } from '../../contract/sub-user.ts';
import type { GuardMemory } from '../../usage/guard/apply-line.ts';
import { periodOf, type Sight } from '../../usage/guard/look.ts';
import { type PullFigures, pulledFor } from '../../usage/guard/pulls.ts';
import { firstSeen, isSound, type Seen, seenAfter } from '../../usage/guard/sound.ts';
import type { Clock } from '../clock.ts';

/** What a refresh says beside the list: the period of its figures, and what sets off brakes. */
export type GuardReading = PullFigures & {
  /** The period before, on the first day of a new one, when a server may still answer with its figures; else null. */
  doubtedPeriod: string | null;
  highestIn(period: string, id: number): number | null;
};

/** A refresh shows what the user changed at the latest after this time. */
const yoursForMs = 2 * 60 * 60_000;

type Parts = {
  memory: GuardMemory;
  clock: Pick<Clock, 'now' | 'monotonicMs'>;
  isMainUser: (id: number) => boolean;
};

/** Remembers the figures of this run, and makes of a row what Guard decides by. */
export class Sights {
  readonly #parts: Parts;
  readonly #seen = new Map<number, Seen>();
  /** What was used when all was as Guard had left it last. */
  readonly #settled = new Map<number, { at: number; figure: { period: string; gb: number } | null }>();
  /** What the API answered about the traffic of a period, by sub-user and period. */
  readonly #asked = new Map<string, number | null>();
  /** Since when sub-users are disabled without a reason that is known, in monotonic time. */
  readonly #doubted = new Map<number, number>();
  /** When the user changed sub-users by this app, in monotonic time. */
  readonly #yours = new Map<number, number>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Returns what is known of a sub-user whose row was just read. */
  of(row: SubUser, reading: GuardReading): Sight {
    const { memory, clock, isMainUser } = this.#parts;
    const { id } = row;
    return {
      now: clock.now(),
      row,
      isMainUser: isMainUser(id),
      rules: rulesFor(memory, id),
      pulled: pulledFor(memory, id),
      period: reading.period,
      sound: this.#isSound(row, reading),
      highestIn: (period) => this.#highestIn(period, id, reading),
      settled: this.#settledOf(row, reading),
      usedIn: (period) => this.#asked.get(`${id} ${period}`),
      doubtedForMs: this.#doubtedForMs(id),
      by: this.#isYours(id) ? 'you' : 'elsewhere',
    };
  }

  /** Notes that all that the list shows of a sub-user is understood. */
  noteClear(row: SubUser, reading: GuardReading): void {
    const at = this.#parts.clock.now();
    const period = periodOf({ row, period: reading.period });
    const figure =
      row.listed && row.trafficGb !== null && period !== null ? { period, gb: row.trafficGb } : null;
    this.#settled.set(row.id, { at, figure: figure ?? this.#settled.get(row.id)?.figure ?? null });
  }

  #settledOf(row: SubUser, { period }: GuardReading): Sight['settled'] {
    const settled = this.#settled.get(row.id);
    if (settled === undefined) return null;
    const { at, figure } = settled;
    return { at, gb: figure?.period === periodOf({ row, period }) ? figure.gb : null };
  }

  noteDoubt(id: number, doubts: boolean): void {
    if (!doubts) this.#doubted.delete(id);
    else if (!this.#doubted.has(id)) this.#doubted.set(id, this.#parts.clock.monotonicMs());
  }

  #doubtedForMs(id: number): number | null {
    const since = this.#doubted.get(id);
    return since === undefined ? null : this.#parts.clock.monotonicMs() - since;
  }

  /** Notes that the user changes a sub-user by this app. */
  noteYours(id: number): void {
    this.#yours.set(id, this.#parts.clock.monotonicMs());
  }

  /** Notes that a change was entered in the journal: the next one is another's. */
  noteEntered(id: number): void {
    this.#yours.delete(id);
  }

  #isYours(id: number): boolean {
    const at = this.#yours.get(id);
    return at !== undefined && this.#parts.clock.monotonicMs() - at < yoursForMs;
  }

  noteAnswer(id: number, period: string, usedGb: number | null): void {
    this.#asked.set(`${id} ${period}`, usedGb);
  }

  /** Forgets what was answered before a new list: figures of a running period grow. */
  beginList(): void {
    this.#asked.clear();
  }

  #isSound(row: SubUser, reading: GuardReading): boolean {
    const period = periodOf({ row, period: reading.period });
    if (period === null || row.trafficGb === null || !row.listed) return false;
    const { cap } = this.#parts.memory.held.get(row.id)?.grant ?? { cap: null };
    const first = cap === null ? undefined : firstSeen({ period: cap.period, gb: cap.baseGb });
    const seen = seenAfter(this.#seen.get(row.id) ?? first, { period, gb: row.trafficGb });
    this.#seen.set(row.id, seen);
    return isSound(seen) && !this.#isOfPeriodBefore(row, reading);
  }

  /** On the first day of a period, a figure that is not below that of the period before may still be of that. */
  #isOfPeriodBefore({ id, trafficGb, lifetime }: SubUser, reading: GuardReading): boolean {
    if (reading.doubtedPeriod === null || lifetime === true) return false;
    const before = this.#highestIn(reading.doubtedPeriod, id, reading);
    return before !== null && before > 0 && (trafficGb ?? 0) >= before;
  }

  #highestIn(period: string, id: number, { highestIn }: GuardReading): number | null {
    const seen = this.#seen.get(id);
    const inRun = [seen, seen?.previous].find((each) => each?.period === period)?.gb ?? null;
    const kept = highestIn(period, id);
    return inRun === null ? kept : Math.max(inRun, kept ?? 0);
  }
}

const named = new WeakMap<readonly GuardRule[], Map<number, GuardRule[]>>();

/** Returns the rules that name a sub-user. */
export function rulesFor({ rules }: GuardMemory, id: number): readonly GuardRule[] {
  let byId = named.get(rules);
  if (byId === undefined) {
    byId = new Map();
    for (const rule of rules)
      for (const each of rule.subUserIds) byId.set(each, [...(byId.get(each) ?? []), rule]);
    named.set(rules, byId);
  }
  return byId.get(id) ?? [];
}
