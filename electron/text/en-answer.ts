import { commandLine } from './en/command-line.ts';
import { enStart } from './en-start.ts';
import { sayFrom } from './say.ts';

/** The topics of an answer on the command line, which starts nothing. */
export const enAnswer = { ...enStart, commandLine } as const;

/** Gives `say` these texts. */
export function sayOnCommandLine(): void {
  sayFrom(enAnswer);
}
