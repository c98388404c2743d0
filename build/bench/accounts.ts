import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Cost } from './account-cost.ts';
import { type Spread, spreadOf } from './statistics.ts';

const run = promisify(execFile);
const size = { accounts: 20, subUsers: 1_000 };

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
  const words = ['--import', 'tsx', '--expose-gc', join(import.meta.dirname, 'account-cost.ts')];
  const { stdout } = await run(process.execPath, [...words, `${count}`, `${size.subUsers}`]);
  return JSON.parse(stdout);
}
