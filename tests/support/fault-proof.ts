import { expect } from 'vitest';
import {
  type ApiFailure,
  type CommandFailure,
  failed,
  type Outcome,
} from '../../electron/contract/failure.ts';
import { describeFailure } from '../../electron/contract/failure-text.ts';
import { refresh } from '../../electron/monitor/refresh.ts';
import { accountState, currentAccountId } from '../../electron/monitor/state.ts';
import { createSubUserActions } from '../../electron/monitor/sub-user-actions.ts';
import { demoCredentials } from '../../electron/oxylabs/simulator/simulator.ts';
import type { Account } from './account.ts';
import { toldAsDone } from './told-as-done.ts';

export const readNow = ({ store, session, client, clock, file }: Account) =>
  refresh({ store, session, client, now: clock.now, roster: file });

export const stateOf = ({ store }: Account) =>
  accountState(store.getState(), currentAccountId(store.getState()));

const minuteMs = 60_000;

type Expected = { failure: ApiFailure; says: RegExp; tries: 1 | 3 };

/**
 * A refresh under the fault: it fails in the way that is expected, in words, after so many tries; nothing that was known
 * is lost, and nobody is signed out. Without the fault the next one is good.
 */
export async function expectReadToSurvive(
  account: Account,
  { failure, says, tries }: Expected,
  clear: () => void,
): Promise<void> {
  const before = stateOf(account);
  account.clock.jump(minuteMs);
  expect(await readNow(account)).toEqual(failed(failure));
  expectWords(failure, says);
  expect([...account.requests].sort()).toEqual([
    ...Array(tries).fill('GET /client-stats'),
    ...Array(tries).fill('GET /sub-users'),
  ]);
  // The very objects: figure and age.
  expect(stateOf(account).month).toBe(before.month);
  expect(stateOf(account).subUsers).toBe(before.subUsers);
  expect(stateOf(account)).toMatchObject({ refreshing: false, problem: failure });
  expect(account.session.view().kind).toBe('signed-in');
  clear();
  await expectRecovery(account);
}

/** The next refresh is good, and its figures are of now. */
export async function expectRecovery(account: Account): Promise<void> {
  expect(await readNow(account)).toEqual({ ok: true, value: null });
  expect(stateOf(account)).toMatchObject({ problem: null, refreshing: false });
  expect(stateOf(account).month?.readAt).toBe(account.clock.now());
  expect(stateOf(account).month?.value.trafficGb).toBeGreaterThan(0);
}

/** One plain sentence, and nothing in it that only a programmer or a thief would want. */
export function expectWords(failure: CommandFailure, says: RegExp): void {
  const text = describeFailure(failure);
  expect(text).toMatch(says);
  expect(text).toMatch(/^[A-Z].*\.$/);
  expect(text).not.toMatch(/undefined|null|NaN|\[object|Error|net::|ECONN|Bearer|Basic /);
  expect(text).not.toContain(demoCredentials.password);
}

const wanted = {
  username: 'once_only',
  password: 'Abcdefgh_1234',
  limitGb: 5,
  lifetime: false,
  disablesAtLimit: true,
};
const newLimitGb = 77;

/** Each write, how it is asked for, and whether the server has done it. */
export function writesOf(account: Account) {
  const { list, session, client, clock, simulator } = account;
  const actions = createSubUserActions({ list, session, client, now: clock.now });
  const { people } = simulator.account;
  const changed = account.known('travel_fares').id;
  const deleted = account.known('seo_audit').id;
  return [
    {
      method: 'POST',
      ask: () => actions.createSubUser(wanted),
      isDone: () => [...people.values()].filter(({ username }) => username === wanted.username).length === 1,
    },
    {
      method: 'PATCH',
      ask: () => actions.updateSubUser({ id: changed, changes: { limitGb: newLimitGb }, seen: null }),
      isDone: () => people.get(changed)?.limitGb === newLimitGb,
    },
    {
      method: 'DELETE',
      ask: () => actions.deleteSubUser({ id: deleted }),
      isDone: () => !people.has(deleted),
    },
  ] as const satisfies {
    method: string;
    ask(): Promise<Outcome<unknown, CommandFailure>>;
    isDone(): boolean;
  }[];
}

/**
 * Each write under the fault: sent exactly once, and what is said of it is true. A clear failure means that it was not
 * done; an unclear one comes with what the list tells; a success was done.
 */
export async function expectWritesOnce(account: Account): Promise<void> {
  for (const { method, ask, isDone } of writesOf(account)) {
    account.requests.length = 0;
    const outcome = await ask();
    expect(
      account.requests.filter((line) => line.startsWith(method)),
      method,
    ).toHaveLength(1);
    expect(toldAsDone(outcome), method).toBe(isDone());
    if (!outcome.ok) expectWords(outcome.failure, /./);
  }
  expect(account.session.view().kind).toBe('signed-in');
}
