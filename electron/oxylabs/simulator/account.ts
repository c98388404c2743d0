import { randomBytes, randomUUID } from 'node:crypto';
import { makePeople, type SimulatedSubUser } from './people.ts';
import { monthStart, trafficBetween } from './traffic.ts';

const tokenLifeMs = 60 * 60_000;
/** Traffic of deleted sub-users, which makes the account's total a little larger than the sum. */
const deletedShare = 0.015;

/** `dateFrom` (`YYYY-MM-DD`) is the first day of the period; the calendar month's where absent. */
export type MonthOverride = { trafficGb: number | 'missing'; dateFrom?: string } | null;

export type SimulatorOptions = {
  now: () => number;
  /** Defaults to 12; at most 50,000. */
  subUserCount?: number;
  credentials?: { username: string; password: string };
  /** The shape of a series. The vendor's sources disagree. */
  seriesShape?: SimulatedAccount['seriesShape'];
  listsDisabled?: boolean;
  listsMainUser?: boolean;
  mostSubUsers?: number;
  /** A fault of `named-faults.ts` for every request but the login; empty for none. */
  fault?: string;
};

/** The state of the simulated service. Tests change its public fields. */
export type SimulatedAccount = {
  readonly accountId: string;
  readonly credentials: { username: string; password: string };
  readonly now: () => number;
  seriesShape: 'traffic_by_period' | 'trafficByPeriod' | 'results';
  listsDisabled: boolean;
  listsMainUser: boolean;
  mostSubUsers: number;
  /** Makes `client-stats` report exactly this. */
  monthOverride: MonthOverride;
  readonly people: Map<number, SimulatedSubUser>;
  issueToken(): string;
  accepts(token: string): boolean;
  /** Ends all tokens; the next login gets a valid one. */
  expireTokens(): void;
  /** Refuses every token, new ones too, until called with false. */
  refuseTokens(refuse: boolean): void;
  nextId(): number;
  /** Traffic in its period, now or at a past moment. */
  trafficGb(subUser: SimulatedSubUser, at?: number): number;
  status(subUser: SimulatedSubUser): 'active' | 'disabled';
  monthGb(at?: number): number;
};

export function createAccount(
  options: SimulatorOptions & { credentials: { username: string; password: string } },
) {
  const { now, credentials } = options;
  const people = new Map(makePeople(options.subUserCount ?? 12, now()).map((person) => [person.id, person]));
  const main = people.values().next().value;
  if (main !== undefined) main.username = credentials.username;
  const tokens = new Map<string, number>();
  let refusing = false;
  let lastId = Math.max(10_000, ...people.keys());

  const account: SimulatedAccount = {
    accountId: randomUUID(),
    // A copy: tests change them, and the next account begins with the same ones.
    credentials: { ...credentials },
    now,
    seriesShape: options.seriesShape ?? 'traffic_by_period',
    listsDisabled: options.listsDisabled ?? true,
    listsMainUser: options.listsMainUser ?? true,
    mostSubUsers: options.mostSubUsers ?? 25_000,
    monthOverride: null,
    people,
    issueToken() {
      const token = ['header', 'payload', 'signature']
        .map(() => randomBytes(24).toString('base64url'))
        .join('.');
      tokens.set(token, now() + tokenLifeMs);
      return token;
    },
    accepts: (token) => !refusing && now() < (tokens.get(token) ?? Number.NEGATIVE_INFINITY),
    expireTokens: () => tokens.clear(),
    refuseTokens(refuse) {
      refusing = refuse;
    },
    nextId() {
      lastId += 1;
      return lastId;
    },
    trafficGb: (subUser, at = now()) => trafficOf(subUser, at),
    status: (subUser) => statusOf(subUser, now()),
    monthGb(at = now()) {
      let gb = 0;
      for (const person of people.values())
        gb += trafficOf(person, at) - (person.lifetime ? person.earlierGb : 0);
      return gb * (1 + deletedShare);
    },
  };
  return account;
}

function trafficOf(subUser: SimulatedSubUser, now: number): number {
  if (subUser.fixedGb !== null) return subUser.fixedGb;
  const begin = Math.max(monthStart(now), Math.min(subUser.createdAt, now));
  const month = trafficBetween({ seed: subUser.id, dailyGb: subUser.dailyGb }, begin, now);
  const used = month + (subUser.lifetime ? subUser.earlierGb : 0);
  const stopped = subUser.disablesAtLimit && subUser.limitGb !== null;
  return stopped ? Math.min(used, subUser.limitGb ?? used) : used;
}

function statusOf(subUser: SimulatedSubUser, now: number): 'active' | 'disabled' {
  const { limitGb, disablesAtLimit } = subUser;
  const atLimit = disablesAtLimit && limitGb !== null && limitGb > 0 && trafficOf(subUser, now) >= limitGb;
  return atLimit ? 'disabled' : subUser.status;
}
