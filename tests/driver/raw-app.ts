import { spawn } from 'node:child_process';
import { environmentOf, type LaunchOptions, root, switchesOf } from './app.ts';

export type RawOptions = LaunchOptions & {
  profile: string;
  /** A program that starts it, with its arguments. */
  through?: string[];
};

export type Ending = { code: number | null; signal: NodeJS.Signals | null };

/** Holds an app that was started as from a terminal: only its signals, output and exit can be used. */
export type RawApp = {
  pid: number;
  ended: Promise<Ending>;
  /** Returns its output so far. */
  words(): string;
  /** Closes the terminal, so that its output is no longer read. */
  deafen(): void;
  kill(signal: NodeJS.Signals): void;
};

const started: RawApp[] = [];

/** Ends the apps of a test, however the test ended. */
export async function endRawApps(): Promise<void> {
  for (const app of started.splice(0)) {
    app.kill('SIGKILL');
    await app.ended;
  }
}

export function startRaw(options: RawOptions): RawApp {
  const { profile, folder = root, through = [] } = options;
  const line = [...through, process.env.OXYGAUGE_ELECTRON ?? '', folder, ...switchesOf(options, profile)];
  const [program = '', ...words] = line;
  const child = spawn(program, words, { env: environmentOf(options), stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      said += String(chunk);
    });
  const app: RawApp = {
    pid: child.pid ?? 0,
    ended: new Promise((done) => child.once('exit', (code, signal) => done({ code, signal }))),
    words: () => said,
    deafen() {
      child.stdout.destroy();
      child.stderr.destroy();
    },
    kill: (signal) => void child.kill(signal),
  };
  started.push(app);
  return app;
}
