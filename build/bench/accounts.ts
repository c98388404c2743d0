import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setImmediate as turn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Secret } from '../../electron/oxylabs/secret.ts';
import { createSimulator, type Simulator } from '../../electron/oxylabs/simulator/simulator.ts';
import { openTestAccounts } from '../../tests/support/unit/accounts.ts';
import { clientFor } from '../../tests/support/unit/client.ts';
import { FakeClock } from '../../tests/support/unit/fake-clock.ts';
import { type Spread, spreadOf } from './statistics.ts';

const size = { accounts: 20, subUsers: 1_000 };

type Cost = { refreshMs: number; heapMb: number; filesMb: number };

export type AccountFigures = typeof size & {
  /** Twenty accounts to one. */
  refreshRatio: Spread;
  heapRatio: Spread;
  filesRatio: Spread;
  one: Cost;
  all: Cost;
};

/** Measures in plain Node what 20 accounts of 1,000 sub-users cost beside one: a refresh of all, memory and files. */
export async function measureAccounts(rounds: number): Promise<AccountFigures> {
  // What is loaded and compiled once counts for neither.
  await costOf(1);
  const samples: { one: Cost; all: Cost }[] = [];
  for (let round = 0; round < rounds; round += 1)
    samples.push({ one: await costOf(1), all: await costOf(size.accounts) });
  const ratio = (name: keyof Cost) =>
    spreadOf(
      samples.map(({ one, all }) => all[name] / one[name]),
      2,
    );
  const [first = { one: await costOf(1), all: await costOf(size.accounts) }] = samples;
  return {
    ...size,
    refreshRatio: ratio('refreshMs'),
    heapRatio: ratio('heapMb'),
    filesRatio: ratio('filesMb'),
    ...first,
  };
}

async function costOf(count: number): Promise<Cost> {
  const folder = mkdtempSync(join(tmpdir(), 'oxygauge-bench-accounts-'));
  const clock = new FakeClock();
  const simulators = Array.from({ length: count }, (_, index) =>
    createSimulator({ now: clock.now, subUserCount: size.subUsers, credentials: credentialsOf(index + 1) }),
  );
  try {
    const before = heapMb();
    const { accounts } = openTestAccounts({
      profile: folder,
      clock,
      clientOf: (key) =>
        clientFor('http://simulated/v2', { now: clock.now, fetch: fetchOf(simulators, key) }),
    });
    await accounts.start();
    for (let key = 1; key <= count; key += 1) {
      if (key > 1) accounts.add();
      const { username, password } = credentialsOf(key);
      await accounts.of(`${key}`)?.monitor.session.signIn(username, new Secret(password));
      await accounts.of(`${key}`)?.monitor.poller.refreshNow();
    }
    await turn();
    const begun = performance.now();
    await Promise.all(accounts.all().map(({ monitor }) => monitor.poller.refreshNow()));
    const refreshMs = performance.now() - begun;
    const cost = { refreshMs, heapMb: heapMb() - before, filesMb: megabytesIn(folder) };
    accounts.stop();
    return cost;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const credentialsOf = (key: number) => ({ username: `main_${key}`, password: 'Long_enough_1' });

function fetchOf(simulators: readonly Simulator[], key: string): typeof globalThis.fetch {
  const simulator = simulators[Number(key) - 1];
  if (simulator === undefined) throw new Error(`There is no account ${key}.`);
  return simulator.fetch;
}

/** Returns what is in use after a full collection. */
function heapMb(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage().heapUsed / 1e6;
}

function megabytesIn(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).reduce((sum, name) => {
    const found = statSync(join(folder, name));
    return sum + (found.isFile() ? found.size / 1e6 : 0);
  }, 0);
}
