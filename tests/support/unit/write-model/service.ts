import { type ApiFailure, failed, type Outcome, succeeded } from '../../../../electron/contract/failure.ts';
import { limitFromGb } from '../../../../electron/contract/limit.ts';
import type { SubUser } from '../../../../electron/contract/sub-user.ts';
import type { FakeClock } from '../fake-clock.ts';

export type Person = { id: number; username: string; password: string; limitGb: number; active: boolean };
/** A write that the service carried out: whose, when it was sent, and what was there before. */
export type Deed = {
  by: string;
  what: 'create' | 'update' | 'delete';
  username: string;
  sentAt: number;
  before: number | null;
  after: number | null;
};

/** How the service treats one write. */
export const treatments = [
  ...Array<'honest'>(14).fill('honest'),
  'cut',
  'cut',
  'lost',
  'late',
  'late',
  'refused',
  'limited',
  'limited-after',
  'garbled',
  'twice',
  'down',
] as const;
export type Treatment = (typeof treatments)[number];

/** The longest that a cut request goes on at the service. With a slow network it stays below the seconds that the app waits. */
const longestLateMs = 2_500;

/** Models the vendor's service apart from the simulator: it knows what was done by whom, whatever the app was answered. */
export class ModelService {
  readonly people = new Map<number, Person>();
  readonly deeds: Deed[] = [];
  readonly edits: { username: string; at: number }[] = [];
  readonly #clock: FakeClock;
  readonly #random: () => number;
  #lastId = 100;

  constructor(clock: FakeClock, random: () => number, count: number) {
    this.#clock = clock;
    this.#random = random;
    for (let index = 0; index < count; index += 1) this.#add(index === 0 ? 'main' : `user_${index}`, 'X', 10);
  }

  byName(username: string): Person | undefined {
    return [...this.people.values()].find((person) => person.username === username);
  }

  /** Carries out a write as a random server does. */
  async write(deed: () => Outcome<number | null>): Promise<Outcome<number | null>> {
    const at = Math.floor(this.#random() * treatments.length);
    switch (treatments[at] ?? 'honest') {
      case 'honest':
        return deed();
      case 'cut':
        deed();
        return failed(cut);
      case 'lost':
        return failed(cut);
      case 'late':
        this.#clock.after(this.#random() * longestLateMs, () => void deed());
        return failed(cut);
      case 'refused':
        return failed({ kind: 'unreachable', reason: 'refused' });
      case 'limited':
        return failed({ kind: 'rate-limited', retryAt: null });
      case 'limited-after':
        deed();
        return failed({ kind: 'rate-limited', retryAt: null });
      case 'garbled':
        deed();
        return failed({ kind: 'not-understood', reason: 'html' });
      case 'twice':
        deed();
        return deed();
      case 'down':
        return failed({ kind: 'server-fault', status: 503 });
    }
  }

  create(by: string, username: string, password: string, limitGb: number): () => Outcome<number | null> {
    const sentAt = this.#clock.now();
    return () => {
      if (this.byName(username) !== undefined)
        return failed({ kind: 'rejected', status: 400, message: 'Taken' });
      const id = this.#add(username, password, limitGb);
      this.deeds.push({ by, what: 'create', username, sentAt, before: null, after: limitGb });
      return succeeded(id);
    };
  }

  update(by: string, id: number, changes: Partial<Person>): () => Outcome<null> {
    const sentAt = this.#clock.now();
    return () => {
      const person = this.people.get(id);
      if (person === undefined) return failed({ kind: 'not-found' });
      const { username, limitGb: before } = person;
      Object.assign(person, changes);
      if (changes.limitGb !== undefined)
        this.deeds.push({ by, what: 'update', username, sentAt, before, after: person.limitGb });
      return succeeded(null);
    };
  }

  remove(by: string, id: number): () => Outcome<null> {
    const sentAt = this.#clock.now();
    return () => {
      const person = this.people.get(id);
      if (person === undefined) return failed({ kind: 'not-found' });
      this.people.delete(id);
      this.deeds.push({
        by,
        what: 'delete',
        username: person.username,
        sentAt,
        before: person.limitGb,
        after: null,
      });
      return succeeded(null);
    };
  }

  /** Another client changes a limit. */
  edit(): void {
    const others = [...this.people.values()].slice(1);
    const person = others[Math.floor(this.#random() * others.length)];
    if (person === undefined) return;
    person.limitGb = 300 + Math.floor(this.#random() * 500);
    this.edits.push({ username: person.username, at: this.#clock.now() });
  }

  list(): SubUser[] {
    return [...this.people.values()].map(({ id, username, limitGb, active }) => ({
      id,
      username,
      status: active ? 'active' : 'disabled',
      createdAt: null,
      trafficGb: 1,
      limit: limitFromGb(limitGb),
      disablesAtLimit: true,
      lifetime: false,
      listed: true,
    }));
  }

  #add(username: string, password: string, limitGb: number): number {
    this.#lastId += 1;
    this.people.set(this.#lastId, { id: this.#lastId, username, password, limitGb, active: true });
    return this.#lastId;
  }
}

const cut: ApiFailure = { kind: 'unreachable', reason: 'connection-lost' };
