import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { measureAccounts } from './bench/accounts.ts';
import { measureHistory } from './bench/history.ts';
import { type BenchOptions, readOptions } from './bench/options.ts';
import { packageSize } from './bench/package-size.ts';
import { build } from './session/build.ts';
import { runOffScreen } from './session/off-screen.ts';
import { stage } from './session/stage.ts';
import { testUser } from './session/test-user.ts';

/**
 * `npm run bench` measures Oxygauge and a bare Electron in turn, in one session, and prints JSON with the ratios.
 * `--rounds=3` and `--only=start,memory` give a quick look; `--app=FOLDER` measures another clone, with its packages
 * installed.
 */
const root = resolve(import.meta.dirname, '..');

try {
  process.exitCode = await main(readOptions(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function main(options: BenchOptions): Promise<number> {
  const app = options.app === null ? root : resolve(options.app);
  const alone = {
    ...(options.only.includes('package') && { package: await packageSize(app) }),
    ...(options.only.includes('history') && { history: await measureHistory(options.rounds) }),
    ...(options.only.includes('accounts') && { accounts: await measureAccounts(options.rounds) }),
  };
  const measured = options.only.filter(
    (part) => part !== 'package' && part !== 'history' && part !== 'accounts',
  );
  if (measured.length === 0) return print(alone);
  if (app !== root) await build(app);
  const staged = app === root ? null : stage(app, testUser());
  const words = [`--rounds=${options.rounds}`, `--only=${measured.join(',')}`];
  if (staged !== null) words.push(`--app=${staged.folder}`);
  try {
    return await runOffScreen(root, ['build/bench/measure.ts', ...words], (output) => {
      const file = join(output, 'bench.json');
      if (existsSync(file))
        print({ rounds: options.rounds, ...alone, ...JSON.parse(readFileSync(file, 'utf8')) });
      return 'remove';
    });
  } finally {
    staged?.remove();
  }
}

function print(figures: object): number {
  console.log(JSON.stringify(figures, null, 2));
  return 0;
}
