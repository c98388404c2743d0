import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { familyOf, type ProcessRow } from './processes.ts';
import { within } from './within.ts';

/** Describes an app to measure, with a profile that it has used before. */
export type Candidate = {
  name: 'bare' | 'oxygauge';
  /** The folder that Electron starts. */
  folder: string;
  profile: string;
  environment: Record<string, string>;
  /** Additional arguments. */
  words?: readonly string[];
};

export type Running = {
  pid: number;
  /** By `performance.now()`. */
  startedAt: number;
  family(): ProcessRow[];
  /** Asks the app to quit, ends it if it does not, and removes its copy of the profile. */
  stop(): Promise<void>;
};

const quitLimitMs = 10_000;

let runtime: string | null = null;

/**
 * Returns the program that starts every candidate: a copy of the runtime for this run. With another Electron of the same
 * files on this computer they would share memory, and each would seem to need less.
 */
export function electron(): string {
  if (runtime !== null) return runtime;
  const program = process.env.OXYGAUGE_ELECTRON;
  if (program === undefined) throw new Error('OXYGAUGE_ELECTRON is not set: start it with npm run bench.');
  const copy = newFolder();
  cpSync(dirname(program), copy, { recursive: true, verbatimSymlinks: true });
  runtime = join(copy, basename(program));
  return runtime;
}

/**
 * Returns the arguments that every candidate is started with. Chromium's helpers hide their memory even from their own user
 * unless they can be debugged; their sandbox stays.
 */
export function switchesOn(profile: string): string[] {
  return [`--user-data-dir=${profile}`, '--password-store=gnome-libsecret', '--allow-sandbox-debugging'];
}

/** Starts a candidate on a copy of its profile, so that each start finds the same. */
export function start({ folder, profile, environment, words = [] }: Candidate): Running {
  const copy = copyOf(profile);
  const startedAt = performance.now();
  const child = spawn(electron(), [folder, ...switchesOn(copy), ...words], {
    env: { ...process.env, ...environment },
    stdio: 'ignore',
  });
  const pid = child.pid;
  if (pid === undefined) throw new Error(`${electron()} could not be started.`);
  return {
    pid,
    startedAt,
    family: () => familyOf(pid),
    async stop() {
      await end(child, pid);
      remove(copy);
    },
  };
}

export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'oxygauge-bench-'));
}

/** Copies a profile, without the locks that name the process that made it. */
export function copyOf(profile: string): string {
  const copy = newFolder();
  cpSync(profile, copy, { recursive: true, filter: (file) => !/Singleton\w+$/.test(file) });
  return copy;
}

export function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

async function end(child: ChildProcess, pid: number): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const family = familyOf(pid);
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  child.kill('SIGTERM');
  await within('its end', ended, quitLimitMs).catch(() => {
    for (const member of family) kill(member.pid);
  });
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended in the meantime.
  }
}
