import { reaches } from '../../contract/used-share.ts';
import type { Marks } from './memory.ts';
import { type Rule, ruleOf, type Subject } from './rules.ts';

/**
 * A limit that was raised this little and comes back is one that flickers between two servers. In percentage points of use,
 * and in percent of the limit.
 */
const flicker = 1;
/** Before a mark whose limit was raised above the traffic, so that its alert comes again at the raised limit. */
const armedPrefix = 'armed:';

type Mark = { rule: Rule; detail: string; markedGb: number | null };

/** Returns the earlier marks that still keep their alerts from coming again. */
export function heldMarks(subject: Subject, earlier: Marks): Record<string, number | null> {
  const held: Record<string, number | null> = {};
  for (const [mark, markedGb] of Object.entries(earlier)) {
    const armed = mark.startsWith(armedPrefix);
    const name = armed ? mark.slice(armedPrefix.length) : mark;
    const rule = ruleOf(name);
    if (rule === undefined) continue;
    const known = { rule, detail: name.slice(rule.name.length + 1), markedGb };
    const percent = rule.level?.(known.detail) ?? null;
    if (percent === null) {
      if (rule.holds(subject, known.detail, markedGb)) held[mark] = markedGb;
    } else
      Object.assign(
        held,
        armed ? ofArmed(subject, name, percent, known) : ofHeld(subject, name, percent, known),
      );
  }
  return held;
}

/** Returns what a mark of a percentage becomes: it holds until the limit was raised above the traffic. */
function ofHeld({ usedGb, limitGb }: Subject, name: string, percent: number, { markedGb }: Mark): Marks {
  // A limit that is missing in one answer is not a raised one.
  if (limitGb === null || markedGb === null || limitGb <= markedGb) return { [name]: markedGb };
  if (reaches(usedGb, percent, limitGb)) return { [name]: limitGb };
  return reaches(usedGb, percent - flicker, limitGb) ? { [armedPrefix + name]: markedGb } : {};
}

/** Returns what an armed mark becomes: its alert comes once the percentage is reached, unless the limit has come back. */
function ofArmed({ usedGb, limitGb }: Subject, name: string, percent: number, { markedGb }: Mark): Marks {
  const armed = { [armedPrefix + name]: markedGb };
  if (limitGb === null || markedGb === null || !reaches(usedGb, percent, limitGb)) return armed;
  const cameBack = limitGb <= markedGb && limitGb * 100 >= markedGb * (100 - flicker);
  return cameBack ? { [name]: markedGb } : {};
}
