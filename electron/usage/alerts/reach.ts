import type { Forecast } from '../../contract/forecast.ts';
import type { Period } from '../period.ts';

const dayMs = 86_400_000;
/** Before, a period's own rate says little. */
const earlyMs = 3 * dayMs;

/** When a limit will be reached (epoch milliseconds, null: not before the period ends), and whether that is worth an alert. */
export type Reach = { at: number | null; runsOut: boolean };

/** A lifetime sub-user has no period that could end before its limit does: null, like a forecast that says nothing. */
export function reachOf(forecast: Forecast, period: Period | null, now: number): Reach | null {
  if (forecast.kind !== 'forecast' || period === null) return null;
  const { reachesAt, endsAt, basis } = forecast;
  const early = basis === 'period' && now - period.fromMs < earlyMs;
  // What is used up in the last hours of a period surprises nobody.
  return { at: reachesAt, runsOut: !early && reachesAt !== null && reachesAt <= endsAt - dayMs };
}
