import { failed, type Outcome, succeeded } from '../../../../electron/contract/failure.ts';
import type { JobOrder, JobView } from '../../../../electron/contract/job.ts';
import { accountState } from '../../../../electron/monitor/state.ts';
import type { OxylabsClient } from '../../../../electron/oxylabs/client.ts';
import { Secret } from '../../../../electron/oxylabs/secret.ts';
import type { JsonFiles, LinesFiles, ValueFile } from '../../../../electron/storage/files.ts';
import type { Storage } from '../../../../electron/storage/storage.ts';
import type { FakeClock } from '../fake-clock.ts';
import { memoryStorage, openTestMonitor, type TestMonitor } from '../monitor.ts';
import { type FakeKeychain, fakeKeychain } from '../vault-parts.ts';
import type { ModelService } from './service.ts';

const accountId = 'acc';
/** How often another client changes a limit, and how often an answer is slow. */
const editChance = 0.08;
const slowChance = 0.2;
const slowestMs = 4_000;

/** Ends a run of the app between any two of its writes and requests. */
class Life {
  dead = false;
  #left: number;
  constructor(points: number) {
    this.#left = points;
  }
  /** Returns whether the app still lives at this point. */
  point(): boolean {
    this.#left -= 1;
    if (this.#left < 0) this.dead = true;
    return !this.dead;
  }
}

export type ComputerParts = { name: string; service: ModelService; clock: FakeClock; random: () => number };

/** Holds a disk that survives the runs of the app on it. */
export class Computer {
  readonly name: string;
  readonly #parts: ComputerParts;
  readonly disk: Storage = memoryStorage();
  readonly keychain: FakeKeychain = fakeKeychain();
  #life = new Life(0);
  #run: TestMonitor | null = null;
  kills = 0;
  /** The limits that the app showed when the user ordered. */
  readonly seen = new Map<string, number | null>();
  orderedAt = 0;

  constructor(parts: ComputerParts) {
    this.name = parts.name;
    this.#parts = parts;
  }

  get dead(): boolean {
    return this.#life.dead;
  }

  get run(): TestMonitor {
    if (this.#run === null) throw new Error('The app does not run.');
    return this.#run;
  }

  job(): JobView | null {
    return this.run.monitor.store.getState().job;
  }

  /** Orders what the user sees, or reads the list if there is nothing to see. */
  order(order: JobOrder): void {
    const { store, commands } = this.run.monitor;
    const shown = accountState(store.getState(), accountId).subUsers?.value.subUsers;
    if (shown === undefined) {
      void commands.refresh();
      return;
    }
    for (const { username, limit } of shown)
      this.seen.set(username, limit.kind === 'gb' ? limit.limitGb : null);
    this.orderedAt = this.#parts.clock.now();
    void commands.startJob(order);
  }

  /** Starts the app, which is killed after that many points; never if infinite. */
  async start(points: number): Promise<void> {
    if (this.#run !== null && this.#life.dead) this.kills += 1;
    this.#run?.monitor.stop();
    this.#life = new Life(Number.POSITIVE_INFINITY);
    const { clock, random } = this.#parts;
    const run = openTestMonitor({
      client: this.#client(this.#life),
      clock,
      storage: guarded(this.disk, this.#life),
      keychain: this.keychain,
      below: (count) => Math.floor(random() * count),
    });
    this.#run = run;
    const { session } = run.monitor;
    await session.restore();
    if (session.view().kind !== 'signed-in') await session.signIn('main', new Secret('Abcdefgh_1'));
    await clock.pass(0);
    const life = this.#life;
    const deadline = new Life(points);
    life.point = () => {
      if (!deadline.point()) life.dead = true;
      return !life.dead;
    };
  }

  #client(life: Life): OxylabsClient {
    const { service, random, clock } = this.#parts;
    const { name } = this;
    async function call<Value>(send: () => Promise<Outcome<Value>>): Promise<Outcome<Value>> {
      if (!life.point()) return never();
      if (random() < editChance) service.edit();
      const outcome = await send();
      return life.point() ? outcome : never();
    }
    async function write(deed: () => Outcome<number | null>): Promise<Outcome<number | null>> {
      if (random() < slowChance) await new Promise<void>((done) => clock.after(random() * slowestMs, done));
      return service.write(deed);
    }
    return {
      login: async () => succeeded({ accountId, token: new Secret('t') }),
      listSubUsers: () =>
        call<{ subUsers: ReturnType<ModelService['list']>; setAside: number }>(async () =>
          random() < 0.12
            ? failed({ kind: 'server-fault', status: 500 })
            : succeeded({ subUsers: service.list(), setAside: 0 }),
        ),
      createSubUser: (_who, { username, password, limitGb }) =>
        call(async () => {
          const made = await write(service.create(name, username, password, limitGb ?? 0));
          return made.ok ? succeeded({ id: made.value }) : made;
        }),
      updateSubUser: (_who, id, { limitGb, status, password }) =>
        call(async () => {
          const changes = {
            ...(typeof limitGb === 'number' && { limitGb }),
            ...(status !== undefined && { active: status === 'active' }),
            ...(password !== undefined && { password }),
          };
          const made = await write(service.update(name, id, changes));
          return made.ok ? succeeded(null) : made;
        }),
      deleteSubUser: (_who, id) =>
        call(async () => {
          const made = await write(service.remove(name, id));
          return made.ok ? succeeded(null) : made;
        }),
      monthTotal: async () => succeeded({ trafficGb: 1, dateFrom: '2026-03-01', dateTo: '2026-03-15' }),
      subUserUsage: async () => failed({ kind: 'not-found' }),
      targetUsage: async () => failed({ kind: 'not-found' }),
    };
  }
}

function never<Value>(): Promise<Value> {
  return new Promise(() => {});
}

/** Returns the disk as a run sees it: after its death, nothing is written. */
function guarded(disk: Storage, life: Life): Storage {
  const write = (put: () => void) => {
    if (!life.point()) return;
    put();
    life.point();
  };
  const value = <Value>(file: ValueFile<Value>): ValueFile<Value> => ({
    read: () => file.read(),
    write: (next) => write(() => file.write(next)),
  });
  const json = (files: JsonFiles): JsonFiles => ({
    read: (name) => structuredClone(files.read(name)),
    names: () => files.names(),
    write: (name, next) => write(() => files.write(name, structuredClone(next))),
    sweep: (keeps) => write(() => files.sweep(keeps)),
  });
  const lines = (files: LinesFiles): LinesFiles => ({
    ...files,
    append: (name, more) => write(() => files.append(name, more)),
    replace: (name, all) => write(() => files.replace(name, all)),
    remove: (name) => write(() => files.remove(name)),
  });
  return {
    ...disk,
    vault: value(disk.vault),
    rosters: value(disk.rosters),
    jobs: json(disk.jobs),
    jobSteps: lines(disk.jobSteps),
    passwords: json(disk.passwords),
  };
}
