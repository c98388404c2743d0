import { type ChildProcess, spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { resolve } from 'node:path';
import { createBuilder } from 'vite';
import { resolveRuntime } from './runtime/resolve.ts';
import { hasDisplay } from './session/display.ts';

/**
 * `npm run dev`: the demo, built again at every change (words after `--` go to the app instead of `--demo`). New pages
 * are reloaded by the app itself; a new main or preload restarts it.
 */
const root = resolve(import.meta.dirname, '..');
/** An editor writes a file in several steps. */
const settleMs = 100;

if (hasDisplay()) await develop();
else {
  console.error('There is no display here: npm run dev needs a desktop session.');
  process.exitCode = 1;
}

async function develop(): Promise<void> {
  const { executable } = await resolveRuntime({ allowRegistry: true });
  const words = process.argv.length > 2 ? process.argv.slice(2) : ['--demo'];
  const noSandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const start = () =>
    spawn(executable, [root, ...words, ...noSandbox], {
      stdio: 'inherit',
      env: { ...process.env, OXYGAUGE_DEV: '1' },
    });
  const builder = await createBuilder({ root, mode: 'development', logLevel: 'warn' });
  await builder.buildApp();
  let app: ChildProcess = endWith(start());

  onChange('renderer', () => buildParts(['client']));
  onChange('electron', async () => {
    // The contract is a part of the pages too.
    await buildParts(['client', 'main', 'preload']);
    app.removeAllListeners('exit');
    app.once('exit', () => {
      app = endWith(start());
    });
    app.kill();
  });

  async function buildParts(names: string[]): Promise<void> {
    for (const name of names) {
      const part = builder.environments[name];
      if (part !== undefined) await builder.build(part);
    }
  }
}

/** Whoever quits the app has finished. */
function endWith(app: ChildProcess): ChildProcess {
  app.once('exit', (code) => process.exit(code ?? 0));
  return app;
}

/** One run at a time for each burst of changes. A build that fails is told, and the next change tries again. */
function onChange(folder: string, run: () => Promise<void>): void {
  let pending: NodeJS.Timeout | null = null;
  let running = Promise.resolve();
  watch(resolve(root, folder), { recursive: true }, () => {
    if (pending !== null) clearTimeout(pending);
    pending = setTimeout(() => {
      running = running.then(run).catch((error: unknown) => console.error(error));
    }, settleMs);
  });
}
