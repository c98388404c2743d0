import { writeSync } from 'node:fs';
import { openKeptState } from './kept-state.ts';

/** Writes one numbered state after another until it is killed, and tells each number once all of it is written. */
const [, , profile = '', first = '1'] = process.argv;
const kept = openKeptState(profile);
writeSync(1, 'begun\n');
for (let n = Number(first); ; n += 1) {
  kept.write(n);
  writeSync(1, `${n}\n`);
}
