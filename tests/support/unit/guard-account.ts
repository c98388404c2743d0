import type { GuardRule } from '../../../electron/contract/guard.ts';
import { accountState, currentAccountId } from '../../../electron/monitor/state.ts';
import { createSimulator, type Simulator } from '../../../electron/oxylabs/simulator/simulator.ts';
import type { Storage } from '../../../electron/storage/storage.ts';
import { type Account, openAccountOver } from './account.ts';
import { FakeClock } from './fake-clock.ts';

/** One of the simulated sub-users: unlimited, and another one with a limit of 40 GB. */
export const unlimited = 10_008;
export const limited = 10_006;

export type GuardAccount = Account &
  ReturnType<typeof actsOf> & {
    /** What was carried out, in order: the sub-user's id and the changes as sent. */
    writes: { id: number; changes: Record<string, unknown> }[];
  };

/** An account at the service, which outlives the runs of the app and may be open on several computers. */
export type Service = { clock: FakeClock; simulator: Simulator };

/** Creates an account of the simulator whose sub-users use nothing by themselves. */
export function guardService(now = Date.parse('2026-03-10T09:00:00Z')): Service {
  const clock = new FakeClock(now);
  const simulator = createSimulator({ now: clock.now });
  for (const person of simulator.account.people.values()) person.fixedGb = 2;
  return { clock, simulator };
}

/** Opens an account of a new service. */
export function openGuardAccount(now?: number): Promise<GuardAccount> {
  return openGuardAccountOf(guardService(now));
}

type Run = {
  storage?: Storage;
  isDead?: () => boolean;
  /** How far the API's time is ahead of the computer's, which its answers name then. */
  serverAheadMs?: number;
  /** Called once a write is carried out, and before it is answered. */
  beforeAnswer?: () => Promise<unknown>;
};

/** Opens an account as one run on one computer does. Once it is dead, its requests neither leave nor end. */
export async function openGuardAccountOf(
  { clock, simulator }: Service,
  { storage, isDead = () => false, serverAheadMs = 0, beforeAnswer = async () => {} }: Run = {},
): Promise<GuardAccount> {
  const writes: GuardAccount['writes'] = [];
  const account = await openAccountOver({
    clock,
    simulator,
    baseUrl: 'https://simulator.invalid/v2',
    storage,
    async fetch(request) {
      if (isDead()) return never();
      const id = Number(request.url.split('/').at(-1));
      const changes = request.method === 'PATCH' ? JSON.parse(await request.clone().text()) : null;
      const response = await simulator.fetch(request);
      if (serverAheadMs !== 0)
        response.headers.set('date', new Date(clock.now() + serverAheadMs).toUTCString());
      // One that a new token follows was not carried out.
      if (changes !== null && response.ok) {
        writes.push({ id, changes });
        await beforeAnswer();
      }
      return isDead() ? never() : response;
    },
  });
  return { ...account, writes, ...actsOf(account) };
}

function never(): Promise<Response> {
  return new Promise(() => {});
}

/** Returns what tests do with an account that Guard watches. */
export function actsOf({ clock, simulator, monitor, store, desktop }: Account) {
  const { commands, poller } = monitor;
  const view = () => {
    const { guard } = accountState(store.getState(), currentAccountId(store.getState()));
    if (guard === null) throw new Error('Nothing is known of Guard.');
    return guard;
  };
  async function rest(): Promise<void> {
    for (let turn = 0; turn < 60; turn += 1) {
      await clock.pass(100);
      await new Promise(setImmediate);
    }
  }
  async function pass(minutes: number): Promise<void> {
    const step = minutes > 180 ? 10 : 1;
    for (let minute = 0; minute < minutes; minute += step) {
      await clock.pass(step * 60_000);
      for (let turn = 0; turn < 4; turn += 1) await new Promise(setImmediate);
    }
  }
  const person = (id: number) => {
    const found = simulator.account.people.get(id);
    if (found === undefined) throw new Error(`${id} is not there.`);
    return found;
  };
  return {
    /** What windows see of Guard. */
    view,
    /** Waits until Guard has nothing to do. */
    rest,
    /** Lets minutes pass, with room for answers: in each, or of hours in each tenth. */
    pass,
    person,
    /** Says what a sub-user has used from now on. */
    use(id: number, gb: number) {
      person(id).fixedGb = gb;
    },
    async rows(search = '') {
      const page = await commands.readGuardJournal({ search, before: null });
      if (!page.ok) throw new Error(page.failure.kind);
      return page.value.rows;
    },
    /** The titles of all notifications. */
    titles: () => desktop.notifications.map(({ title }) => title),
    async set(rule: GuardRule) {
      await commands.setGuardRule({ rule });
      await rest();
    },
    /** Lets time pass, and refreshes once at its end. */
    async later(ms: number) {
      await pass(ms / 60_000);
      await poller.refreshNow();
      await rest();
    },
  };
}

export function capOf(subUserIds: number[], capGb = 1): GuardRule {
  return { kind: 'daily-cap', id: 'cap', subUserIds, capGb, zone: 'UTC' };
}
