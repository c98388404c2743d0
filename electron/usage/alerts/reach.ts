import { type ForecastInput, reachedAt } from '../forecast.ts';

const dayMs = 86_400_000;
/** Before, a period's own rate says little. */
const earlyMs = 3 * dayMs;

/** When a limit will be reached (epoch milliseconds, null: not before the period ends), and whether that is worth an alert. */
export type Reach = { at: number | null; runsOut: boolean };

/** Null where a forecast says nothing. */
export function reachOf(course: ForecastInput | null): Reach | null {
  const reached = course === null ? null : reachedAt(course);
  if (course === null || reached === null) return null;
  const { reachesAt, basis } = reached;
  const early = basis === 'period' && course.now - course.fromMs < earlyMs;
  // What is used up in the last hours of a period surprises nobody.
  return { at: reachesAt, runsOut: !early && reachesAt !== null && reachesAt <= course.toMs - dayMs };
}
