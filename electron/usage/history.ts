import { z } from 'zod';
import type { SubUser } from '../contract/sub-user.ts';
import type { PeriodSample } from './day-traffic.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** So far back the rules and the plan's cycle look. */
const totalsMs = 63 * dayMs;
/** Two weeks and the days at both ends. */
const dayEntries = 17;

const at = z.number().int().nonnegative();
const period = z.string().nullable();

/** One line of the history. Traffic in GB by the id of the sub-user; those that are not in it are as before, unless it is `full`. */
export const historyEntrySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('total'), at, period, totalGb: z.number().nonnegative() }),
  z.object({
    kind: z.literal('sub-users'),
    at,
    period,
    full: z.boolean(),
    trafficGb: z.record(z.string().regex(/^\d{1,16}$/), z.number().nonnegative()),
  }),
]);
export type HistoryEntry = z.infer<typeof historyEntrySchema>;
export type DayEntry = Extract<HistoryEntry, { kind: 'sub-users' }>;

type Day = { at: number; period: string | null; trafficGb: Map<number, number> };

/**
 * What was read before, as far back as the rules look: the account's total by the hour, each sub-user's traffic by the day.
 * It says what is to be written; the same entries read back make the same history.
 */
export class History {
  #totals: PeriodSample[] = [];
  #days: Day[] = [];

  /** The entries that a reading adds: the total at most once an hour, the list once a day (UTC) and in each new period. */
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

  /** Takes an entry in. One that is earlier than those before it takes them away: the clock was wrong then. */
  add(entry: HistoryEntry): void {
    if (entry.kind === 'total') {
      while ((this.#totals.at(-1)?.at ?? -1) >= entry.at) this.#totals.pop();
      this.#totals.push({ at: entry.at, gb: entry.totalGb, period: entry.period });
      while (entry.at - (this.#totals[0]?.at ?? entry.at) > totalsMs) this.#totals.shift();
      return;
    }
    while ((this.#days.at(-1)?.at ?? -1) >= entry.at) this.#days.pop();
    const trafficGb = entry.full ? new Map<number, number>() : new Map(this.#days.at(-1)?.trafficGb);
    for (const [id, gb] of Object.entries(entry.trafficGb)) trafficGb.set(Number(id), gb);
    this.#days.push({ at: entry.at, period: entry.period, trafficGb });
    if (this.#days.length > dayEntries) this.#days.shift();
  }

  /** The account's total, oldest first. */
  totals(): readonly PeriodSample[] {
    return this.#totals;
  }

  /** A sub-user's traffic, one figure a day, oldest first. */
  samplesOf(id: number): PeriodSample[] {
    const samples: PeriodSample[] = [];
    for (const { at: readAt, period: key, trafficGb } of this.#days) {
      const gb = trafficGb.get(id);
      if (gb !== undefined) samples.push({ at: readAt, gb, period: key });
    }
    return samples;
  }

  /** A sub-user's last figure before a moment; undefined where none is known. */
  lastBefore(id: number, moment: number): number | undefined {
    return this.#days.findLast((day) => day.at < moment)?.trafficGb.get(id);
  }

  knows(id: number): boolean {
    return this.#days.at(-1)?.trafficGb.has(id) ?? false;
  }

  /** Whole with each new period and each calendar month, so that every file stands alone. */
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

/** The month of a moment (UTC) as `YYYY-MM`: each has a file of its own. */
export function monthOf(moment: number): string {
  return new Date(moment).toISOString().slice(0, 7);
}

function dayOf(moment: number): number {
  return Math.floor(moment / dayMs);
}
