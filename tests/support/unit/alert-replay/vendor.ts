import type { Chance } from './chance.ts';

/** Describes a sub-user as the vendor counts it, in whole MB. */
export type Person = {
  id: number;
  username: string;
  lifetime: boolean;
  usedMb: number;
  limitMb: number;
  mbPerHour: number;
};

/** Holds what a vendor's server knows: the number of its period, and the figures. */
export type Server = { period: number; people: Person[]; accountMb: number };

const hourMs = 3_600_000;
/** A lifetime sub-user's figures belong to no month. */
export const lifetimePeriod = -1;

/** Simulates the vendor's true figures: they grow, are corrected, edited and created again, and restart at the turn. */
export class Vendor {
  /** The last figures of the month before the turn; null before it. */
  old: Server | null = null;
  readonly now: Server;
  readonly #chance: Chance;
  #lastId = 0;

  constructor(chance: Chance, hours: number) {
    this.#chance = chance;
    const count = chance.whole(2, 5);
    const people = Array.from({ length: count }, (_, index) => this.#person(`u${index}`, hours));
    this.now = { period: 0, people, accountMb: people.reduce((sum, { usedMb }) => sum + usedMb, 0) };
  }

  pass(ms: number): void {
    for (const person of this.now.people) {
      const burst = this.#chance.happens(0.01) ? this.#chance.between(10, 60) : 1;
      const grown = Math.round((person.mbPerHour * ms * burst * this.#chance.between(0, 2)) / hourMs);
      person.usedMb += grown;
      this.now.accountMb += grown;
    }
  }

  /** Corrects, edits or creates a sub-user again, now and then. */
  happen(): void {
    for (const person of this.now.people) {
      if (this.#chance.happens(0.004)) this.#correct(person);
      if (this.#chance.happens(0.004)) this.#edit(person);
      if (this.#chance.happens(0.001)) {
        person.id = this.#nextId();
        person.usedMb = 0;
      }
    }
  }

  turn(): void {
    this.old = structuredClone(this.now);
    this.now.period += 1;
    this.now.accountMb = 0;
    for (const person of this.now.people) if (!person.lifetime) person.usedMb = 0;
  }

  #correct(person: Person): void {
    const lessMb = Math.round(person.usedMb * this.#chance.between(0, 0.03));
    person.usedMb -= lessMb;
    this.now.accountMb = Math.max(0, this.now.accountMb - lessMb);
  }

  #edit(person: Person): void {
    const times = this.#chance.one([1.005, 1.1, 1.5, 2, 0.8] as const);
    person.limitMb = Math.max(500, Math.round(person.limitMb * times));
  }

  #person(username: string, hours: number): Person {
    const chance = this.#chance;
    const limitMb = chance.one([chance.whole(500, 5_000), chance.whole(1, 40) * 1_000, 10_000_000] as const);
    const mbPerHour = (limitMb * chance.between(0.3, 2.5)) / hours;
    const usedMb = Math.round(limitMb * chance.between(0, 0.9));
    return {
      id: this.#nextId(),
      username,
      lifetime: chance.happens(0.15),
      usedMb,
      limitMb,
      mbPerHour,
    };
  }

  #nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }
}
