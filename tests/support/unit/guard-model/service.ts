import { type ApiFailure, failed, type Outcome, succeeded } from '../../../../electron/contract/failure.ts';
import type { SubUser } from '../../../../electron/contract/sub-user.ts';
import type { FakeClock } from '../fake-clock.ts';

export const tickMs = 5 * 60_000;
const hourMs = 3_600_000;

/** What can be changed of a sub-user. A limit is null (unlimited), 0 (blocked) or GB. */
export type Settings = { limitGb: number | null; flag: boolean; active: boolean };
export type Person = Settings & {
  id: number;
  username: string;
  lifetime: boolean;
  rateGb: number;
  trueGb: number;
  /** The figures of the last ticks that metering has not seen. */
  unmetered: number[];
  meteredGb: number;
  /** What was metered in each period that has ended. */
  closed: Map<string, number>;
  /** The most traffic of one tick so far, which metering may miss. */
  mostPerTickGb: number;
};
export type Part = 'limit' | 'status';
/** What the service carried out for a computer. */
export type Deed = Sender & { id: number; before: Settings; after: Settings; changes: Partial<Settings> };
/** Who wrote, when the list was answered to it last, and what its clock said. */
export type Sender = { by: string; knownAt: number; writerNow: number };

export type ServiceParts = {
  clock: FakeClock;
  random: () => number;
  count: number;
  delayTicks: number;
  listsDisabled: boolean;
  /** Whether the vendor enables at a reset what it had disabled at a limit. */
  enablesAtReset: boolean;
};

/** Models the vendor's service apart from the simulator: what it meters is late, and it knows who did what. */
export class GuardService {
  readonly people = new Map<number, Person>();
  readonly #parts: ServiceParts;
  readonly #stopped = new Set<number>();
  readonly delayTicks: number;
  readonly listsDisabled: boolean;
  #at: number;
  faults = true;
  onDeed: (deed: Deed) => void = () => {};
  onTick: (person: Person) => void = () => {};
  onReset: (person: Person) => void = () => {};
  onStop: (person: Person) => void = () => {};

  constructor(parts: ServiceParts) {
    this.#parts = parts;
    this.delayTicks = parts.delayTicks;
    this.listsDisabled = parts.listsDisabled;
    this.#at = Math.floor(parts.clock.now() / tickMs) * tickMs;
    for (let index = 0; index < parts.count; index += 1) this.#add(index);
  }

  period(at = this.#parts.clock.now()): string {
    return `${new Date(at).toISOString().slice(0, 7)}-01`;
  }

  /** Lets traffic flow until now. */
  flow(): void {
    const { clock } = this.#parts;
    while (this.#at + tickMs <= clock.now()) {
      const before = this.period(this.#at);
      this.#at += tickMs;
      const resets = this.period(this.#at) !== before;
      for (const person of this.people.values()) {
        this.#flowOf(person);
        if (resets && !person.lifetime) this.#reset(person, before);
      }
    }
  }

  #flowOf(person: Person): void {
    const runs = person.active && person.limitGb !== 0;
    const gb = runs ? (person.rateGb * this.#burst(person.id) * tickMs) / hourMs : 0;
    person.trueGb += gb;
    person.mostPerTickGb = Math.max(person.mostPerTickGb, gb);
    person.unmetered.push(person.trueGb);
    if (person.unmetered.length > this.#parts.delayTicks) person.meteredGb = person.unmetered.shift() ?? 0;
    if (gb > 0) this.onTick(person);
    if (
      person.active &&
      person.flag &&
      person.limitGb !== null &&
      person.limitGb > 0 &&
      person.meteredGb >= person.limitGb
    ) {
      person.active = false;
      this.#stopped.add(person.id);
      this.onStop(person);
    }
  }

  /** Quiet hours and bursts, the same for the same hour. */
  #burst(id: number): number {
    const hour = Math.floor(this.#at / hourMs);
    const noise = Math.abs(Math.sin(id * 12.9898 + hour * 78.233) * 43_758.5453) % 1;
    return noise < 0.3 ? 0 : noise < 0.95 ? noise : 10;
  }

  #reset(person: Person, period: string): void {
    person.closed.set(period, person.meteredGb);
    person.trueGb = 0;
    person.meteredGb = 0;
    person.unmetered = person.unmetered.map(() => 0);
    if (this.#parts.enablesAtReset && this.#stopped.has(person.id)) person.active = true;
    this.#stopped.delete(person.id);
    this.onReset(person);
  }

  /** Carries out a write as a random server does. */
  async write(deed: () => Outcome<null>): Promise<Outcome<null>> {
    const { random, clock } = this.#parts;
    switch (this.faults ? Math.floor(random() * 40) : 99) {
      case 0:
        deed();
        return failed(cut);
      case 1:
        return failed(cut);
      case 2:
        clock.after(random() * 2_500, () => void deed());
        return failed(cut);
      case 3:
        return failed({ kind: 'unreachable', reason: 'refused' });
      case 4:
        return failed({ kind: 'rate-limited', retryAt: random() < 0.5 ? null : clock.now() + 20_000 });
      case 5:
        deed();
        return failed({ kind: 'rate-limited', retryAt: null });
      case 6:
        deed();
        return failed({ kind: 'not-understood', reason: 'html' });
      case 7:
        return failed({ kind: 'server-fault', status: 503 });
      default:
        return deed();
    }
  }

  update(sender: Sender, id: number, changes: Partial<Settings>): () => Outcome<null> {
    return () => {
      this.flow();
      const person = this.people.get(id);
      if (person === undefined) return failed({ kind: 'not-found' });
      const before = settingsOf(person);
      this.change(person, changes);
      this.onDeed({ ...sender, id, before, after: settingsOf(person), changes });
      return succeeded(null);
    };
  }

  change(person: Person, changes: Partial<Settings>): void {
    Object.assign(person, changes);
    if (changes.active !== undefined) this.#stopped.delete(person.id);
  }

  list(corrected: boolean): SubUser[] {
    this.flow();
    return [...this.people.values()]
      .filter(({ active }) => active || this.listsDisabled)
      .map(({ id, username, limitGb, flag, active, meteredGb, lifetime }) => ({
        id,
        username,
        status: active ? 'active' : 'disabled',
        createdAt: null,
        trafficGb: Math.round(meteredGb * (corrected ? 0.9 : 1) * 100) / 100,
        limit:
          limitGb === null
            ? { kind: 'unlimited' }
            : limitGb === 0
              ? { kind: 'blocked' }
              : { kind: 'gb', limitGb },
        disablesAtLimit: flag,
        lifetime,
        listed: true,
      }));
  }

  usedIn(id: number, period: string): number | null {
    this.flow();
    const person = this.people.get(id);
    if (person === undefined) return null;
    const now = period === 'lifetime' || period === this.period();
    return now ? person.meteredGb : (person.closed.get(period) ?? 0);
  }

  #add(index: number): void {
    const { random } = this.#parts;
    const id = 100 + index;
    const kind = random();
    const limitGb = kind < 0.3 ? null : kind < 0.35 ? 0 : Math.round(2_000 + random() * 18_000) / 100;
    this.people.set(id, {
      id,
      username: index === 0 ? 'main' : `user_${index}`,
      limitGb,
      flag: random() < 0.5,
      active: random() < 0.95,
      lifetime: random() < 0.1,
      rateGb: random() * 0.6,
      trueGb: 0,
      unmetered: [],
      meteredGb: 0,
      closed: new Map(),
      mostPerTickGb: 0,
    });
  }
}

export function settingsOf({ limitGb, flag, active }: Settings): Settings {
  return { limitGb, flag, active };
}

const cut: ApiFailure = { kind: 'unreachable', reason: 'connection-lost' };
