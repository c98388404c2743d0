import { dayOf } from '../../../../electron/contract/day.ts';
import type { SubUser } from '../../../../electron/contract/sub-user.ts';
import { mergeRoster } from '../../../../electron/usage/roster.ts';
import { type AlertRun, subUser } from '../alert-run.ts';
import type { Chance } from './chance.ts';
import type { Faults, Weather } from './faults.ts';
import type { Truth } from './law.ts';
import { lifetimePeriod, type Person, type Server, type Vendor } from './vendor.ts';

/** Describes what an answer truly said; `late` where it is older than one before it, or says so. */
export type ReadTruth = Truth & { late: boolean };
/** Holds what the app reads, and what is true of it. */
export type Answer = { read: Parameters<AlertRun['refresh']>[0]; truths: ReadTruth[] };

type AnswersParts = { chance: Chance; weather: Weather; vendor: Vendor; turnAt: number; budgetMb: number };

/** Answers as the vendor's servers do, with their faults. */
export class Answers {
  readonly #chance: Chance;
  readonly #weather: Weather;
  readonly #vendor: Vendor;
  readonly #turnAt: number;
  readonly #budgetMb: number;
  #roster: readonly SubUser[] = [];
  /** The newest period that was answered: an older answer after it says nothing. */
  #read = { month: 0, list: 0 };

  constructor({ chance, weather, vendor, turnAt, budgetMb }: AnswersParts) {
    this.#chance = chance;
    this.#weather = weather;
    this.#vendor = vendor;
    this.#turnAt = turnAt;
    this.#budgetMb = budgetMb;
  }

  /** Answers client-stats. */
  month(at: number, faults: Faults): Answer {
    const date = this.#weather.undated ? null : faults.date;
    const server = this.#server(at, this.#weather.differMs, 0);
    const { period, accountMb } = server;
    const from = dayOf(this.#monthStart(period));
    const to = dayOf(period === this.#vendor.now.period ? at : this.#turnAt - 1);
    const dateFrom = this.#weather.undated ? null : wrongDate(this.#chance, date, from);
    const dateTo = this.#weather.undated || date !== null ? null : to;
    // An answer that is older than one before it, or says that it is, is left out.
    const late = period < this.#read.month || date === 'past';
    this.#read.month = Math.max(this.#read.month, period);
    const truth = { subject: 'account', period, usedMb: accountMb, limitMb: this.#budgetMb, late };
    return { read: { totalGb: gb(accountMb), dateFrom, dateTo }, truths: [truth] };
  }

  /** Answers the list of sub-users. */
  list(at: number, { list, unlimited }: Faults): Answer {
    const server = this.#server(at, this.#weather.differMs, this.#weather.lagMs);
    const listed = list === 'empty' ? [] : list === 'short' ? server.people.slice(1) : server.people;
    const rows = listed.map((person) => {
      const row = rowOf(person);
      const missing = unlimited && this.#chance.happens(0.5);
      return { person, row: missing ? { ...row, limit: { kind: 'unlimited' as const } } : row };
    });
    this.#roster = mergeRoster(
      this.#roster,
      rows.map(({ row }) => row),
    );
    const older = server.period < this.#read.list;
    this.#read.list = Math.max(this.#read.list, server.period);
    const truths = rows.flatMap(({ person, row }) => {
      if (row.limit.kind === 'unlimited') return [];
      const { lifetime, usedMb, limitMb } = person;
      const period = lifetime ? lifetimePeriod : server.period;
      return [{ subject: nameOf(person), period, usedMb, limitMb, late: older && !lifetime }];
    });
    return { read: { subUsers: [...this.#roster] }, truths };
  }

  /** Returns the server that answers: after the turn, one of the old month for a while, and now and then. */
  #server(at: number, differMs: number, lagMs: number): Server {
    const { old, now } = this.#vendor;
    if (old === null) return now;
    const sinceMs = at - this.#turnAt;
    const isOld = sinceMs < lagMs || (sinceMs < differMs && this.#chance.happens(this.#weather.differs));
    if (!isOld) return now;
    // A sub-user that was created again, an edit and lifetime traffic are the same on both.
    const people = now.people.map((person) => {
      const before = old.people.find(({ id }) => id === person.id);
      return person.lifetime || before === undefined ? person : { ...person, usedMb: before.usedMb };
    });
    return { ...old, people };
  }

  #monthStart(period: number): number {
    const turn = new Date(this.#turnAt);
    return Date.UTC(turn.getUTCFullYear(), turn.getUTCMonth() - 1 + period, 1);
  }
}

function wrongDate(chance: Chance, date: Faults['date'], right: string): string | null {
  const from = new Date(Date.parse(right));
  const month = (months: number, day = 1) =>
    dayOf(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, day));
  switch (date) {
    case 'absent':
      return null;
    case 'past':
      return month(-chance.whole(1, 30));
    case 'next':
      return month(1);
    case 'future':
      return month(chance.whole(2, 900));
    case 'mid':
      return month(0, 14);
    case null:
      return right;
  }
}

function rowOf({ id, username, lifetime, usedMb, limitMb }: Person): SubUser {
  const limit = { kind: 'gb' as const, limitGb: gb(limitMb) };
  return subUser({ id, username, lifetime, trafficGb: gb(usedMb), limit });
}

function nameOf({ id, username }: Person): string {
  return `${username}/${id}`;
}

/** Converts whole MB to GB, as the API sends them. */
export function gb(mb: number): number {
  return mb / 1_000;
}
