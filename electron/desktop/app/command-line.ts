import { app } from 'electron';
import { unknownSwitches } from './known-switches.ts';

/** Returns the words after the program; from sources, Electron's own first one names the folder of the app. */
export function ownWords(): string[] {
  const words = process.argv.slice(1);
  if (app.isPackaged) return words;
  const folder = words.findIndex((word) => !word.startsWith('-'));
  return words.filter((_word, index) => index !== folder);
}

/** Returns the switches among words that a packaged app refuses, whatever it is asked. */
export function refusedSwitches(words: readonly string[]): string[] {
  return app.isPackaged ? unknownSwitches(words, process.platform) : [];
}

/** Returns whether a switch was given, in any of Chromium's spellings. */
export function hasSwitch(name: 'demo' | 'user-data-dir'): boolean {
  return app.commandLine.hasSwitch(name);
}

/** Prints to the two streams of a terminal and ends the process, which has not started anything yet. */
export async function printAndExit(printed: {
  code: number;
  answer: string;
  problem: string;
}): Promise<void> {
  await print(process.stdout, printed.answer);
  await print(process.stderr, printed.problem);
  app.exit(printed.code);
}

/** Ends when all of a text was written, or its reader is gone. */
function print(stream: NodeJS.WriteStream, text: string): Promise<void> {
  stream.on('error', () => {});
  return new Promise((done) => (text === '' ? done() : stream.write(text, () => done())));
}
