import type { AlertSettings } from '../../contract/alert-settings.ts';
import type { SubUser } from '../../contract/sub-user.ts';
import type { Period } from '../period.ts';
import type { Reach } from './reach.ts';

/** What a refresh brought, with what the history makes of it. GB, epoch milliseconds. */
export type Observation = {
  now: number;
  /** Its day (UTC), `YYYY-MM-DD`. */
  today: string;
  settings: AlertSettings;
  /** What the vendor counts; null where it did not tell. */
  period: Period | null;
  /** The account's total; null where it could not be read. */
  accountGb: number | null;
  /** Null where the list could not be read. */
  subUsers: readonly SubUser[] | null;
  /** The list of the refresh before, in this run. */
  previous: ReadonlyMap<number, SubUser> | null;
  /** Whether the history holds a sub-user. */
  knew(id: number): boolean;
  accountReach(): Reach | null;
  subUserReach(subUser: SubUser): Reach | null;
  /** Today's and a normal day's traffic; null where fewer than five days are known. */
  accountDay(): DayBesideNormal | null;
  subUserDay(subUser: SubUser): DayBesideNormal | null;
};
/** A day (UTC) by its begin, in epoch milliseconds. */
export type DayBesideNormal = { fromMs: number; dayGb: number; normalGb: number };

/** One subject as the rules look at it. GB, epoch milliseconds, whole percentages. */
export type Watched = {
  rule: 'budget' | 'limit';
  usedGb: number;
  /** Null: no limit, and so no alert about one. */
  limitGb: number | null;
  thresholds: readonly number[];
  /** It goes on above its limit. */
  runsOver: boolean;
  /** When the limit will be reached, where that can be said and is wanted; asked only if it matters. */
  reach(): Reach | null;
  /** Today's traffic beside a normal day's; asked only if it matters. Null: not known, or nobody wants it. */
  unusualDay(): DayBesideNormal | null;
  /** A day with less is never an unusual one. */
  leastDayGb: number;
  today: string;
};
