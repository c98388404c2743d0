import type { AlertFacts } from '../../contract/alert.ts';
import { dayName } from '../day-traffic.ts';
import { type Marks, markOf } from './memory.ts';
import type { Watched } from './observation.ts';
import type { Reach } from './reach.ts';
import { rearmed } from './rearm.ts';

/** So many times the traffic of a normal day is unusual. */
const unusualTimes = 3;

export type Verdict = { facts: AlertFacts[]; marks: Marks };

/** What is new about a subject, and what it is marked with from now on. Of several thresholds the highest speaks for all. */
export function judge(watched: Watched, earlier: Marks): Verdict {
  const reach = watched.limitGb === null ? null : watched.reach();
  const marks: Record<string, number | null> = { ...rearmed(earlier, watched, reach) };
  const facts: AlertFacts[] = [];
  if (watched.limitGb !== null) {
    const fact = limitFact({ ...watched, limitGb: watched.limitGb }, reach, marks);
    if (fact !== null) facts.push(fact);
  }
  const unusual = unusualFact(watched, marks);
  if (unusual !== null) facts.push(unusual);
  return { facts, marks };
}

/** Marks what holds without a word: for a subject that may not use traffic now. */
export function markSilently({ usedGb, limitGb, thresholds }: Watched, earlier: Marks): Marks {
  if (limitGb === null) return earlier;
  const marks: Record<string, number | null> = { ...earlier };
  for (const percent of crossed(usedGb, limitGb, thresholds)) marks[markOf.threshold(percent)] ??= limitGb;
  return marks;
}

function limitFact(
  watched: Watched & { limitGb: number },
  reach: Reach | null,
  marks: Record<string, number | null>,
): AlertFacts | null {
  const { rule, usedGb, limitGb, thresholds, runsOver } = watched;
  const figures = { usedGb, limitGb };
  const passed = crossed(usedGb, limitGb, thresholds);
  const told = passed.filter((percent) => markOf.threshold(percent) in marks);
  const highest = passed.at(-1);
  const news = highest !== undefined && highest > (told.at(-1) ?? 0);
  for (const percent of passed) marks[markOf.threshold(percent)] ??= limitGb;

  if (runsOver && usedGb >= limitGb && !(markOf.overRunning in marks)) {
    marks[markOf.overRunning] = limitGb;
    return { rule: 'over-limit-running', ...figures };
  }
  const expectedAt = reach?.at ?? null;
  const runsOut = reach?.runsOut === true && !(markOf.runOut in marks);
  if (runsOut) marks[markOf.runOut] = limitGb;
  if (news) return { rule, threshold: highest, ...figures, expectedAt };
  return runsOut && expectedAt !== null ? { rule: 'will-run-out', ...figures, expectedAt } : null;
}

function unusualFact(watched: Watched, marks: Record<string, number | null>): AlertFacts | null {
  const unusual = watched.unusualDay();
  if (unusual === null) return null;
  const { fromMs, dayGb, normalGb } = unusual;
  if (dayGb < watched.leastDayGb || dayGb <= unusualTimes * normalGb || dayGb === 0) return null;
  const mark = markOf.day(dayName(fromMs));
  if (mark in marks) return null;
  marks[mark] = null;
  return { rule: 'unusual-day', dayGb, normalGb };
}

function crossed(usedGb: number, limitGb: number, thresholds: readonly number[]): number[] {
  return thresholds.filter((percent) => usedGb * 100 >= percent * limitGb);
}
