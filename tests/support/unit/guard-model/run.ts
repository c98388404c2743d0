import { noGuardCounts } from './counts.ts';
import { playMonth, type Story } from './month.ts';

const [months = '100', first = '1', about] = process.argv.slice(2);
const counts = noGuardCounts();
const story: Story = (at, id, text) => {
  if (about !== undefined && (id === null || id === Number(about)))
    console.info(new Date(at).toISOString(), text);
};
for (let seed = Number(first); seed < Number(first) + Number(months); seed += 1)
  await playMonth(seed, counts, story);
const { notes, ...numbers } = counts;
for (const note of notes) console.info(note);
console.info(JSON.stringify(numbers, null, 1));
