import { spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

/** A program that runs beside this one and does not outlive it. */
export type Child = {
  input: Writable;
  /** Returns its first output on file descriptor 3. Rejects if it ends before. */
  firstWords(): Promise<string>;
  /** Rejects when it ends. */
  ended: Promise<never>;
  stop(signal?: NodeJS.Signals): Promise<void>;
};

/** Starts a program that the kernel ends when this process is killed. */
export function startChild(
  program: string,
  words: readonly string[],
  environment: Record<string, string> = {},
): Child {
  const child = spawn('setpriv', ['--pdeathsig', 'KILL', program, ...words], {
    env: { ...process.env, ...environment },
    stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
  });
  const [input, , errors, said] = child.stdio as unknown as [Writable, null, Readable, Readable];
  let complaints = '';
  errors.on('data', (chunk) => {
    complaints += String(chunk);
  });
  const closed = new Promise<void>((done) => {
    child.once('error', () => done());
    child.once('close', () => done());
  });
  const ended = new Promise<never>((_done, fail) => {
    child.once('error', fail);
    child.once('close', (code, signal) =>
      fail(new Error(`${program} ended (${code ?? signal}). ${complaints}`)),
    );
  });
  // It may end when nothing awaits that.
  ended.catch(() => {});
  return {
    input,
    ended,
    firstWords: () =>
      Promise.race([
        ended,
        new Promise<string>((done) => {
          said.once('data', (first) => done(String(first).trim()));
        }),
      ]),
    stop(signal) {
      child.kill(signal);
      return closed;
    },
  };
}
