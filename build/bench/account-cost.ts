import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setImmediate as turn } from 'node:timers/promises';
import { Secret } from '../../electron/oxylabs/secret.ts';
import { createSimulator, type Simulator } from '../../electron/oxylabs/simulator/simulator.ts';
import { openTestAccounts } from '../../tests/support/unit/accounts.ts';
import { clientFor } from '../../tests/support/unit/client.ts';
import { FakeClock } from '../../tests/support/unit/fake-clock.ts';

export type Cost = { refreshMs: number; heapMb: number; filesMb: number };

/**
 * Prints as JSON what a number of accounts cost, each with as many sub-users: run in a separate process with
 * `--expose-gc`, so that nothing else is in its memory.
 */
async function costOf(count: number, subUserCount: number): Promise<Cost> {
  const folder = mkdtempSync(join(tmpdir(), 'oxygauge-bench-accounts-'));
  const clock = new FakeClock();
  const simulators = Array.from({ length: count }, (_, index) =>
    createSimulator({ now: clock.now, subUserCount, credentials: credentialsOf(index + 1) }),
  );
  try {
    const before = await heapMb();
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
    const cost = { refreshMs, heapMb: (await heapMb()) - before, filesMb: megabytesIn(folder) };
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

/** Returns what is in use after full collections: what ended work holds is released in turns. */
async function heapMb(): Promise<number> {
  for (let collection = 0; collection < 3; collection += 1) {
    await turn();
    globalThis.gc?.();
  }
  return process.memoryUsage().heapUsed / 1e6;
}

function megabytesIn(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).reduce((sum, name) => {
    const found = statSync(join(folder, name));
    return sum + (found.isFile() ? found.size / 1e6 : 0);
  }, 0);
}

const [accountCount, subUserCount] = process.argv.slice(2).map(Number);
if (accountCount === undefined || subUserCount === undefined)
  throw new Error('It takes a number of accounts and of sub-users.');
// What is loaded and compiled once counts for neither.
await costOf(1, subUserCount);
console.log(JSON.stringify(await costOf(accountCount, subUserCount)));
process.exit();
