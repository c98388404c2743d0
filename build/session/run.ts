import { type SpawnOptions, spawn } from 'node:child_process';

/** Runs a command with its output on ours. Returns the exit code, or 1 if a signal ended it. */
export function run(command: readonly string[], options: SpawnOptions = {}): Promise<number> {
  const [program, ...words] = command;
  if (program === undefined) throw new Error('There is no command to run.');
  return new Promise((done, fail) => {
    const child = spawn(program, words, { stdio: 'inherit', ...options });
    child.once('error', fail);
    child.once('exit', (code) => done(code ?? 1));
  });
}

/** Returns the command for a script of a package: `npx` without its network. */
export function binary(name: string): string[] {
  return [process.execPath, `node_modules/${name}`];
}
