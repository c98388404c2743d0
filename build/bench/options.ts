import { parseArgs } from 'node:util';

/**
 * Lists what can be measured, in this order. `start` includes the figure in the tooltip; `history` and `accounts` are measured in plain
 * Node, of this clone.
 */
export const parts = [
  'package',
  'history',
  'accounts',
  'start',
  'memory',
  'popover',
  'idle',
  'status',
  'grid',
  'overview',
] as const;
export type Part = (typeof parts)[number];

export type BenchOptions = {
  rounds: number;
  only: readonly Part[];
  /** The root folder of the app to measure; null for this clone. */
  app: string | null;
};

/** Reads the words after `npm run bench --`. Throws an error with a message for the user. */
export function readOptions(words: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...words],
    options: {
      rounds: { type: 'string', default: '7' },
      only: { type: 'string', default: parts.join(',') },
      app: { type: 'string' },
    },
  });
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1)
    throw new Error(`--rounds takes a number of at least 1, not ${values.rounds}.`);
  return { rounds, only: values.only.split(',').map(partNamed), app: values.app ?? null };
}

function partNamed(name: string): Part {
  const part = parts.find((each) => each === name);
  if (part === undefined) throw new Error(`--only takes ${parts.join(', ')}, not ${name}.`);
  return part;
}
