import { expect } from 'vitest';
import {
  type ApiFailure,
  type CommandFailure,
  failed,
  type Outcome,
} from '../../../electron/contract/failure.ts';
import { accountState, currentAccountId } from '../../../electron/monitor/state.ts';
import { demoCredentials } from '../../../electron/oxylabs/simulator/simulator.ts';
import { describeFailure } from '../../../electron/text/failure.ts';
import type { Account } from './account.ts';
import { whilePassing } from './fake-clock.ts';
import { reportedAsDone } from './reported-done.ts';

export const readNow = ({ monitor }: Account) => monitor.commands.refresh();

export const stateOf = ({ store }: Account) =>
  accountState(store.getState(), currentAccountId(store.getState()));

const minuteMs = 60_000;

type Expected = { failure: ApiFailure; says: RegExp; tries: 1 | 3 };

/**
 * Refreshes under the fault: it fails as expected, in words, after that many tries, and neither figures nor the session are
 * lost. Without the fault, the next refresh is good.
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
  // The same objects, so figure and age are unchanged.
  expect(stateOf(account).month).toBe(before.month);
  expect(stateOf(account).subUsers).toBe(before.subUsers);
  expect(stateOf(account)).toMatchObject({ refreshing: false, problem: failure });
  expect(account.session.view().kind).toBe('signed-in');
  clear();
  await expectRecovery(account);
}

/** Expects that the next refresh is good, with current figures. */
export async function expectRecovery(account: Account): Promise<void> {
  expect(await readNow(account)).toEqual({ ok: true, value: null });
  expect(stateOf(account)).toMatchObject({ problem: null, refreshing: false });
  expect(stateOf(account).month?.readAt).toBe(account.clock.now());
  expect(stateOf(account).month?.value.trafficGb).toBeGreaterThan(0);
}

/** Expects one plain sentence, without anything for programmers only and without secrets. */
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

/** Returns each write: how it is requested, and whether the server has carried it out. */
export function writesOf(account: Account) {
  const { commands: actions } = account.monitor;
  const { people } = account.simulator.account;
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
 * Sends each write under the fault, exactly once, and expects a true report. A clear failure was not carried out, an unclear
 * one shows what the list has, and a success was carried out.
 */
export async function expectWritesOnce(account: Account): Promise<void> {
  for (const { method, ask, isDone } of writesOf(account)) {
    account.requests.length = 0;
    const outcome = await whilePassing<Outcome<unknown, CommandFailure>>(account.clock, ask());
    expect(
      account.requests.filter((line) => line.startsWith(method)),
      method,
    ).toHaveLength(1);
    expect(reportedAsDone(outcome), method).toBe(isDone());
    if (!outcome.ok) expectWords(outcome.failure, /./);
  }
  await endChecks(account);
  expect(account.session.view().kind).toBe('signed-in');
}

/** Lets the late checks of unclear writes end, which read the list again and would change it under the next test. */
async function endChecks(account: Account): Promise<void> {
  while (stateOf(account).checks.some(({ done }) => done === 'checking')) {
    await account.clock.pass(10_000);
    await new Promise((next) => setTimeout(next, 1));
  }
}
