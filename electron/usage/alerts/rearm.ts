import { type Marks, readMark } from './memory.ts';
import type { Watched } from './observation.ts';
import type { Reach } from './reach.ts';

/** A raised limit speaks again once the use is this far below the threshold, so that a flicker does not. In percent. */
const hysteresis = 1;
/** A day's mark is kept for as long as a clock may be wrong. */
const dayMarksMs = 3 * 86_400_000;

/** The marks that still hold: a limit that was raised or taken off since makes its thresholds speak again. */
export function rearmed(marks: Marks, watched: Watched, reach: Reach | null): Marks {
  const kept = Object.entries(marks).filter(([mark, markedGb]) => holds(mark, markedGb, watched, reach));
  return kept.length === Object.keys(marks).length ? marks : Object.fromEntries(kept);
}

function holds(mark: string, markedGb: number | null, watched: Watched, reach: Reach | null): boolean {
  const read = readMark(mark);
  if (read === null) return false;
  if (read.kind === 'day') return Date.parse(read.day) >= Date.parse(watched.today) - dayMarksMs;
  const { limitGb, usedGb } = watched;
  if (limitGb === null) return false;
  if (markedGb === null || limitGb <= markedGb) return true;
  if (read.kind === 'run-out') return reach?.runsOut === true;
  const percent = read.kind === 'threshold' ? read.percent : 100;
  return usedGb * 100 >= (percent - hysteresis) * limitGb;
}
