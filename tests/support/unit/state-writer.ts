import { writeSync } from 'node:fs';
import { openKeptState } from './numbered-state.ts';

/** Writes numbered states until it is killed, and prints each number once its state is complete. */
const [, , profile = '', first = '1'] = process.argv;
const kept = openKeptState(profile);
writeSync(1, 'begun\n');
for (let n = Number(first); ; n += 1) {
  kept.write(n);
  writeSync(1, `${n}\n`);
}
