import { app } from 'electron';
import { ownProgram } from './own-program.ts';

const ending = ' Demo';

/** Restarts the app with the simulated account, or with the real one. */
export function restartForDemo(on: boolean): void {
  app.relaunch({ ...ownProgram(), args: demoWords(process.argv.slice(1), on) });
  app.quit();
}

/**
 * Returns the command line of the restart: as it was, with or without the demo's switches, and without what only the first start is asked to show. A given profile gets another
 * name for the demo, so that neither writes to the other's files.
 */
export function demoWords(words: readonly string[], on: boolean): string[] {
  const others = words
    .filter((word) => !/^--(demo(-.*)?|restarted-at=.*|show(=.*)?)$/s.test(word))
    .map((word) => (word.startsWith('--user-data-dir=') ? inProfile(word, on) : word));
  return on ? [...others, '--demo'] : others;
}

function inProfile(word: string, on: boolean): string {
  const real = word.endsWith(ending) ? word.slice(0, -ending.length) : word;
  return on ? `${real}${ending}` : real;
}
