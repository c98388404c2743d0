import { noGuardCounts } from './counts.ts';
import { playMonth } from './month.ts';

const [months = '100', first = '1'] = process.argv.slice(2);
const counts = noGuardCounts();
for (let seed = Number(first); seed < Number(first) + Number(months); seed += 1)
  await playMonth(seed, counts);
const { notes, ...numbers } = counts;
for (const note of notes) console.info(note);
console.info(JSON.stringify(numbers, null, 1));
