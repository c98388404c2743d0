import { failed, type Outcome, succeeded } from '../../../../electron/contract/failure.ts';
import type { Guarded, GuardLine } from '../../../../electron/contract/guard-journal.ts';
import { defaultSettings } from '../../../../electron/contract/settings.ts';
import type { SubUser } from '../../../../electron/contract/sub-user.ts';
import type { Clock } from '../../../../electron/monitor/clock.ts';
import { Guard } from '../../../../electron/monitor/guard/guard.ts';
import { accountState, createAppStore } from '../../../../electron/monitor/state.ts';
import { ownWritesByAccount } from '../../../../electron/monitor/sub-users/own-writes.ts';
import {
  openSubUserList,
  type SubUserListAccess,
} from '../../../../electron/monitor/sub-users/sub-user-list.ts';
import { sendWrite } from '../../../../electron/monitor/sub-users/write-end.ts';
import { Secret } from '../../../../electron/oxylabs/secret.ts';
import { ServerClock } from '../../../../electron/oxylabs/server-clock.ts';
import type { LinesFiles } from '../../../../electron/storage/files.ts';
import { inMemoryLines } from '../../../../electron/storage/in-memory.ts';
import { environment } from '../../../../renderer/gallery/snapshot.ts';
import type { FakeClock } from '../fake-clock.ts';
import type { GuardService, Settings } from './service.ts';

const accountId = 'acc';
const who = { accountId, token: new Secret('t') };

/** Ends a run of the app between any two of its lines and requests. */
class Life {
  dead = false;
  spared = false;
  #left: number;
  constructor(points: number) {
    this.#left = points;
  }
  /** Returns whether the app still lives at this point. */
  point(): boolean {
    if (this.spared) return !this.dead;
    this.#left -= 1;
    if (this.#left < 0) this.dead = true;
    return !this.dead;
  }
}

export type ComputerParts = {
  name: string;
  service: GuardService;
  clock: FakeClock;
  random: () => number;
  /** Another client may change something at this moment. */
  meddle: () => void;
  /** The app knows how a sub-user is, or how all are. */
  noteKnown: (id: number | null, when: { now: number; answeredAt: number }) => void;
  noteSent: (id: number, sent: { active: boolean; knownAt: number }) => void;
  noteKilled: () => void;
  noteLooked: () => void;
  /** The app keeps how a sub-user is as its own limit and status. */
  noteHeld: (id: number, own: Guarded) => void;
  note: (id: number | null, text: string) => void;
};

type Run = { guard: Guard; list: SubUserListAccess; life: Life };

/** Holds a disk that survives the runs of the app on it, and a clock that may be wrong. */
export class Computer {
  readonly name: string;
  readonly #parts: ComputerParts;
  readonly disk: LinesFiles = inMemoryLines();
  readonly #clock: Clock;
  #serverClock: ServerClock;
  /** How far the clock is ahead. */
  skewMs = 0;
  /** No kill, fault or jump comes any longer. */
  isLasting = false;
  kills = 0;
  /** When the list was answered last, before which Guard must know of every change. */
  answeredAt = 0;
  requests = 0;
  #run: Run | null = null;
  /** The highest figure of each period and sub-user, as the history keeps it. */
  readonly #highest = new Map<string, number>();

  constructor(parts: ComputerParts) {
    const { clock } = parts;
    this.name = parts.name;
    this.#parts = parts;
    this.#clock = {
      now: () => clock.now() + this.skewMs,
      monotonicMs: clock.monotonicMs,
      after: clock.after,
    };
    this.#serverClock = new ServerClock(this.#clock.now);
  }

  /** What the app takes for the time. */
  now(): number {
    return this.#serverClock.now();
  }

  /** Whether the app has read the list since it started. */
  hasList = false;

  get guard(): Guard {
    if (this.#run === null) throw new Error('The app does not run.');
    return this.#run.guard;
  }

  /** Starts the app, which is killed after that many points; never if infinite. */
  start(points: number): void {
    this.#run?.guard.stop();
    this.#parts.noteKilled();
    this.#parts.note(null, `starts, clock ahead by ${Math.round(this.skewMs / 60_000)} min`);
    this.hasList = false;
    const { random } = this.#parts;
    const life = new Life(points);
    this.#serverClock = new ServerClock(this.#clock.now);
    const store = createAppStore({ settings: defaultSettings, environment });
    store.setState({ session: { kind: 'signed-in', username: 'main', accountId, remembered: 'keyring' } });
    const session = { call: <Value>(ask: (each: typeof who) => Promise<Outcome<Value>>) => ask(who) };
    const list = openSubUserList({
      store,
      session,
      client: { listSubUsers: () => this.#list(life) },
      clock: this.#clock,
      roster: { recall: () => this.#roster },
      ownWrites: ownWritesByAccount(),
    });
    store.subscribe((state) => {
      this.#roster = accountState(state, accountId).subUsers?.value.subUsers ?? [];
    });
    const guard = new Guard({
      accountId,
      files: guarded(this.disk, life),
      clock: this.#clock,
      serverNow: this.#serverClock.now,
      newId: () => `${Math.floor(random() * 1e15)}`,
      list,
      mayAct: () => true,
      onLines: (lines) => this.#noteLines(lines),
      write: (id, { limitGb, disablesAtLimit, status }) =>
        sendWrite(session, () =>
          this.#write(life, id, {
            ...(limitGb !== undefined && { limitGb }),
            ...(disablesAtLimit !== undefined && { flag: disablesAtLimit }),
            ...(status !== undefined && { active: status === 'active' }),
          }),
        ),
      usedIn: async ({ id, lifetime }, period) => {
        const used = await this.#call(life, async () =>
          this.#parts.service.usedIn(id, lifetime ? 'lifetime' : period),
        );
        return random() < this.#faultChance(0.1) ? null : used;
      },
    });
    this.#run = { guard, list, life };
  }

  #roster: readonly SubUser[] = [];

  /** Reads the list as a refresh does, and lets Guard look at it. Returns false if the app was killed. */
  async refresh(sharePercent: number): Promise<boolean> {
    const run = this.#run;
    if (run === null) return false;
    const { clock, service } = this.#parts;
    let done = false;
    const work = async () => {
      const listed = await run.list.readAgain();
      const isUnclear = this.#parts.random() < this.#faultChance(0.02);
      const period = isUnclear || isUnsure(clock.now(), this.#clock.now()) ? null : service.period();
      if (!listed.ok) return;
      this.hasList = true;
      const day = new Date(this.#clock.now()).toISOString().slice(0, 10);
      await run.guard.observe({
        period,
        doubtedPeriod: new Date(clock.now()).getUTCDate() === 1 ? before(service.period()) : null,
        highestIn: (period, id) => this.#highest.get(`${period} ${id}`) ?? null,
        day,
        sharePercent: period === null ? null : sharePercent,
        forecastIsBeyond: false,
        unusualIds: new Set([...service.people.keys()].filter((id) => isUnusual(id, day))),
      });
      if (period !== null) this.#parts.noteLooked();
    };
    void work().then(() => {
      done = true;
    });
    return this.#until(() => done);
  }

  #noteLines(lines: readonly GuardLine[]): void {
    for (const line of lines) if (line.line === 'held') this.#parts.noteHeld(line.id, line.own);
    for (const line of lines) this.#parts.note('id' in line ? line.id : null, JSON.stringify(line));
  }

  /** Lets no kill come for a while. */
  spare(spares: boolean): void {
    if (this.#run !== null) this.#run.life.spared = spares;
  }

  /** Does what a user asks for. Returns false if the app was killed. */
  async order(order: ((guard: Guard) => Promise<void>) | undefined): Promise<boolean> {
    if (order === undefined) return true;
    let done = false;
    void order(this.guard).then(() => {
      done = true;
    });
    return this.#until(() => done);
  }

  async #until(isDone: () => boolean): Promise<boolean> {
    const { clock } = this.#parts;
    for (let turn = 0; turn < 4_000; turn += 1) {
      if (this.#run?.life.dead === true) {
        this.kills += 1;
        return false;
      }
      if (isDone()) return true;
      await clock.pass(turn === 0 ? 0 : 250);
    }
    throw new Error(`${this.name} does not end.`);
  }

  #faultChance(chance: number): number {
    return this.#parts.service.faults ? chance : 0;
  }

  async #list(life: Life): Promise<Outcome<{ subUsers: SubUser[]; setAside: number }>> {
    const { service, random } = this.#parts;
    const isBroken = random() < this.#faultChance(0.05);
    const isCorrected = random() < this.#faultChance(0.03);
    let answeredAt = 0;
    const listed = await this.#call<Outcome<{ subUsers: SubUser[]; setAside: number }>>(life, async () => {
      if (isBroken) return failed({ kind: 'server-fault', status: 500 });
      answeredAt = this.#parts.clock.now();
      const subUsers = service.list(isCorrected);
      for (const { id, trafficGb } of subUsers) {
        const key = `${service.period()} ${id}`;
        this.#highest.set(key, Math.max(this.#highest.get(key) ?? 0, trafficGb ?? 0));
      }
      return succeeded({ subUsers, setAside: 0 });
    });
    if (!listed.ok) return listed;
    this.answeredAt = answeredAt;
    this.#noteDate();
    this.#parts.noteKnown(null, { now: this.now(), answeredAt });
    return listed;
  }

  async #write(life: Life, id: number, changes: Partial<Settings>): Promise<Outcome<null>> {
    const { service, noteKnown, noteSent } = this.#parts;
    if (changes.active !== undefined) noteSent(id, { active: changes.active, knownAt: this.answeredAt });
    let answeredAt = 0;
    const sender = { by: this.name, knownAt: this.answeredAt, writerNow: this.now() };
    const written = await this.#call(life, () => {
      answeredAt = this.#parts.clock.now();
      return service.write(service.update(sender, id, changes));
    });
    if (written.ok) this.#noteDate();
    if (written.ok) noteKnown(id, { now: this.now(), answeredAt });
    else if (written.failure.kind === 'rate-limited' && written.failure.retryAt !== null) {
      // The header names seconds, which the app adds to its own clock.
      return failed({ kind: 'rate-limited', retryAt: written.failure.retryAt + this.skewMs });
    }
    return written;
  }

  #noteDate(): void {
    this.#serverClock.note(new Headers({ date: new Date(this.#parts.clock.now()).toUTCString() }));
  }

  /** Takes a while to send and to answer; others may change something in between. */
  async #call<Value>(life: Life, send: () => Promise<Value>): Promise<Value> {
    const { clock, random, meddle } = this.#parts;
    this.requests += 1;
    if (!life.point()) return never();
    await new Promise<void>((done) => clock.after(random() * 200, done));
    const answer = await send();
    meddle();
    await new Promise<void>((done) => clock.after(random() * 200, done));
    return life.point() ? answer : never();
  }
}

function never<Value>(): Promise<Value> {
  return new Promise(() => {});
}

/** Two in a hundred, the same ones for the same day. */
function isUnusual(id: number, day: string): boolean {
  return Math.abs(Math.sin(id * 7.13 + Number(day.slice(8)) * 31.7) * 10_000) % 1 < 0.02;
}

function before(period: string): string {
  return new Date(Date.parse(period) - 1).toISOString().slice(0, 8).concat('01');
}

/** The vendor's day is another one than the clock's. */
function isUnsure(vendorNow: number, now: number): boolean {
  const days = [-10, 10].map((minutes) => new Date(now + minutes * 60_000).toISOString().slice(0, 10));
  return !days.includes(new Date(vendorNow).toISOString().slice(0, 10));
}

/** Returns the disk as a run sees it: after its death, nothing is written. */
function guarded(disk: LinesFiles, life: Life): LinesFiles {
  const write = (put: () => void) => {
    if (!life.point()) return;
    put();
    life.point();
  };
  return {
    ...disk,
    append: (name, lines) => write(() => disk.append(name, lines)),
    replace: (name, lines) => write(() => disk.replace(name, lines)),
    remove: (name) => write(() => disk.remove(name)),
  };
}
