import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { createBuilder, type Rolldown } from 'vite';
import { serveGallery } from './gallery.ts';
import { resolveRuntime } from './runtime/resolve.ts';
import { hasDisplay } from './session/display.ts';

/**
 * `npm run dev` starts the demo and rebuilds it at every change (words after `--` go to the app instead of
 * `--demo`). The app reloads new pages itself; a new main or preload restarts it.
 */
const root = resolve(import.meta.dirname, '..');

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
    endWith(
      spawn(executable, [root, ...words, ...noSandbox], {
        stdio: 'inherit',
        env: { ...process.env, OXYGAUGE_DEV: '1' },
      }),
    );
  let app: ChildProcess | null = null;
  const restart = () => {
    const old = app;
    if (old === null) return;
    old.removeAllListeners('exit');
    old.once('exit', () => {
      app = start();
    });
    old.kill();
  };
  await watchPart('client', () => {});
  await watchPart('main', restart);
  await watchPart('jsonStore', restart);
  await watchPart('preload', restart);
  app = start();
  console.log(`The gallery of all parts: ${(await serveGallery(root)).address}`);
}

/** Builds one part now and at each change. Returns after the first build, and reports every later success. */
async function watchPart(name: string, onRebuilt: () => void): Promise<void> {
  const builder = await createBuilder({
    configFile: resolve(root, 'vite.config.ts'),
    mode: 'development',
    logLevel: 'warn',
    environments: { [name]: { build: { watch: {} } } },
  });
  const part = builder.environments[name];
  if (part === undefined) throw new Error(`There is no part named ${name}.`);
  const watcher = (await builder.build(part)) as Rolldown.RolldownWatcher;
  await new Promise<void>((built) => {
    let first = true;
    watcher.on('event', (event) => {
      if (event.code === 'ERROR') console.error(event.error.message);
      if (event.code !== 'END') return;
      if (first) built();
      else onRebuilt();
      first = false;
    });
  });
}

/** Ends the command when the app quits. */
function endWith(app: ChildProcess): ChildProcess {
  app.once('exit', (code) => process.exit(code ?? 0));
  return app;
}
