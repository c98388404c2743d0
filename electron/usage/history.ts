import { z } from 'zod';
import { dayTextSchema, gbSchema, mostGb } from '../contract/bounds.ts';
import { dayMs } from '../contract/day.ts';
import type { SubUser } from '../contract/sub-user.ts';
import type { PeriodSample } from './day-traffic.ts';
import { periodFrom } from './period.ts';

const hourMs = 3_600_000;
/** How far back the rules and the plan's cycle look. */
const totalsMs = 63 * dayMs;
/** Two weeks and the days at both ends. */
export const dayEntries = 17;
/** The period to go by, the one before it, and one that was wrong. */
const periodEntries = 3;
/** A reading outside its own period by more than this was timed by a wrong clock. Time zones and late answers are less. */
const slackMs = 2 * dayMs;

const at = z.number().int().nonnegative().max(8.64e15);
const period = dayTextSchema.nullable();

/** GB by sub-user id. Checked by hand: the library's record took seven times as long, 8 s for 13 months of 10,000. */
const trafficSchema = z.custom<Record<string, number>>(isTraffic);

function isTraffic(value: unknown): value is Record<string, number> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const table = value as Record<string, unknown>;
  for (const id in table) {
    const gb = table[id];
    if (!/^\d{1,16}$/.test(id) || typeof gb !== 'number' || !(gb >= 0 && gb <= mostGb)) return false;
  }
  return true;
}

/**
 * One line of the history: traffic in GB by sub-user id. Sub-users left out are unchanged, unless it is
 * `full`.
 */
export const historyEntrySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('total'), at, period, totalGb: gbSchema }),
  z.object({
    kind: z.literal('sub-users'),
    at,
    period,
    full: z.boolean(),
    trafficGb: trafficSchema,
  }),
]);
export type HistoryEntry = z.infer<typeof historyEntrySchema>;
export type DayEntry = Extract<HistoryEntry, { kind: 'sub-users' }>;

type Day = { at: number; period: string | null; trafficGb: Map<number, number> };

/**
 * Holds past readings as far back as the rules look: the account's total by the hour, each sub-user's traffic by the day.
 * Returns the entries to write; the same entries read back give the same history.
 */
export class History {
  #totals: PeriodSample[] = [];
  #days: Day[] = [];
  /** The highest figure of each sub-user, by period. */
  readonly #highest = new Map<string, Map<number, number>>();

  /**
   * Returns the entries that a reading adds: the total at most once an hour, the list once a day (UTC) and in
   * each new period.
   */
  next(reading: {
    at: number;
    period: string | null;
    totalGb: number | null;
    subUsers: readonly Pick<SubUser, 'id' | 'trafficGb'>[] | null;
  }) {
    const entries: HistoryEntry[] = [];
    const { at: readAt, period: key, totalGb, subUsers } = reading;
    const total = this.#totals.at(-1);
    const hour = total === undefined || Math.floor(total.at / hourMs) !== Math.floor(readAt / hourMs);
    if (totalGb !== null && (hour || total.period !== key)) {
      entries.push({ kind: 'total', at: readAt, period: key, totalGb });
    }
    const day = this.#days.at(-1);
    const isNew = day === undefined || dayOf(day.at) !== dayOf(readAt) || day.period !== key;
    if (subUsers !== null && isNew) entries.push(this.#dayEntry(readAt, key, subUsers));
    return entries;
  }

  /**
   * Adds an entry, unless it lies outside its own period. An earlier one than the last removes those after it: in both cases
   * the clock was wrong.
   */
  add(entry: HistoryEntry): void {
    if (!isWithinPeriod(entry)) return;
    if (entry.kind === 'total') {
      while ((this.#totals.at(-1)?.at ?? -1) >= entry.at) this.#totals.pop();
      this.#totals.push({ at: entry.at, gb: entry.totalGb, period: entry.period });
      while (entry.at - (this.#totals[0]?.at ?? entry.at) > totalsMs) this.#totals.shift();
      return;
    }
    while ((this.#days.at(-1)?.at ?? -1) >= entry.at) this.#days.pop();
    const trafficGb = entry.full ? new Map<number, number>() : new Map(this.#days.at(-1)?.trafficGb);
    const highest = this.#highestOf(entry.period);
    // One pass without an array: a start reads millions of figures here.
    for (const key in entry.trafficGb) {
      const [id, gb] = [Number(key), entry.trafficGb[key] ?? 0];
      trafficGb.set(id, gb);
      if (highest !== null && gb > (highest.get(id) ?? -1)) highest.set(id, gb);
    }
    this.#days.push({ at: entry.at, period: entry.period, trafficGb });
    if (this.#days.length > dayEntries) this.#days.shift();
  }

  /** Returns the account's total, oldest first. */
  totals(): readonly PeriodSample[] {
    return this.#totals;
  }

  /** Returns a sub-user's traffic, one figure a day, oldest first. */
  samplesOf(id: number): PeriodSample[] {
    const samples: PeriodSample[] = [];
    for (const { at: readAt, period: key, trafficGb } of this.#days) {
      const gb = trafficGb.get(id);
      if (gb !== undefined) samples.push({ at: readAt, gb, period: key });
    }
    return samples;
  }

  /** Returns a sub-user's last figure before a moment, if one is known. */
  lastBefore(id: number, moment: number): number | undefined {
    return this.#days.findLast((day) => day.at < moment)?.trafficGb.get(id);
  }

  /** Returns a sub-user's highest figure in a period; null where none is known. */
  highestIn(period: string, id: number): number | null {
    return this.#highest.get(period)?.get(id) ?? null;
  }

  /** Returns the account's highest total in a period; null where none is known. */
  highestTotalIn(period: string): number | null {
    return this.#totals.reduce<number | null>(
      (most, { period: own, gb }) => (own === period ? Math.max(most ?? 0, gb) : most),
      null,
    );
  }

  /** Returns the last period with figures before `period`. */
  lastPeriodBefore(period: string): string | null {
    const isEarlier = (each: { period: string | null }) => each.period !== null && each.period < period;
    return (this.#days.findLast(isEarlier) ?? this.#totals.findLast(isEarlier))?.period ?? null;
  }

  /** Returns the account's last total in a period. */
  lastTotalIn(period: string): number | null {
    return this.#totals.findLast((total) => total.period === period)?.gb ?? null;
  }

  knows(id: number): boolean {
    return this.#days.at(-1)?.trafficGb.has(id) ?? false;
  }

  /** Returns the figures to raise; null for a list whose period is not known. */
  #highestOf(key: string | null): Map<number, number> | null {
    if (key === null) return null;
    const own = this.#highest.get(key) ?? new Map<number, number>();
    this.#highest.set(key, own);
    const [oldest] = [...this.#highest.keys()].sort();
    if (this.#highest.size > periodEntries && oldest !== undefined) this.#highest.delete(oldest);
    return own;
  }

  /** Full at each new period and calendar month, so that every file can be read alone. */
  #dayEntry(
    readAt: number,
    key: string | null,
    subUsers: readonly Pick<SubUser, 'id' | 'trafficGb'>[],
  ): DayEntry {
    const last = this.#days.at(-1);
    const full = last === undefined || last.period !== key || monthOf(last.at) !== monthOf(readAt);
    const trafficGb: Record<string, number> = {};
    for (const { id, trafficGb: gb } of subUsers) {
      if (gb !== null && gb >= 0 && (full || last.trafficGb.get(id) !== gb)) trafficGb[id] = gb;
    }
    return { kind: 'sub-users', at: readAt, period: key, full, trafficGb };
  }
}

/** Returns whether an entry's time fits its period; one without a period cannot be judged. */
export function isWithinPeriod({ at: readAt, period: key }: HistoryEntry): boolean {
  const own = periodFrom(key);
  return own === null || (readAt >= own.fromMs - slackMs && readAt < own.toMs + slackMs);
}

/** Returns the month of a moment (UTC) as `YYYY-MM`, which names its file. */
export function monthOf(moment: number): string {
  return new Date(moment).toISOString().slice(0, 7);
}

function dayOf(moment: number): number {
  return Math.floor(moment / dayMs);
}
