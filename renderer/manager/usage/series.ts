import type { UsagePoint } from '../../../electron/contract/usage.ts';
import type { ChartStep } from '../../ui/chart.tsx';

const hourS = 3_600;
const dayS = 24 * hourS;
/** A range that cannot be right is drawn as its points alone. */
const mostSteps = 5_000;

/** The points with the steps between them that were not told: gaps, not zeros. Labels are the API's own. */
export function withGaps(points: readonly UsagePoint[]): ChartStep[] {
  const byMoment = new Map<number, ChartStep>();
  for (const { at: label, trafficGb } of points) {
    const at = secondsOf(label);
    // An hour that a clock set back has twice comes with one label: both are that hour's traffic.
    byMoment.set(at, { at, label, value: (byMoment.get(at)?.value ?? 0) + trafficGb });
  }
  const told = [...byMoment.values()].sort((one, other) => one.at - other.at);
  const [first] = told;
  const last = told.at(-1);
  if (first === undefined || last === undefined) return [];
  const stepS = points.some(({ at }) => at.length > 10) ? hourS : dayS;
  if ((last.at - first.at) / stepS > mostSteps) return told;
  for (let at = first.at; at <= last.at; at += stepS) {
    if (!byMoment.has(at)) byMoment.set(at, { at, label: labelOf(at, stepS), value: null });
  }
  return [...byMoment.values()].sort((one, other) => one.at - other.at);
}

/** Labels are read as if they were UTC, and written back so: no zone is put in between. */
function secondsOf(label: string): number {
  return Date.parse(`${label.slice(0, 10)}T${label.slice(11) || '00'}:00:00Z`) / 1000;
}

function labelOf(at: number, stepS: number): string {
  const text = new Date(at * 1000).toISOString();
  return stepS === hourS ? `${text.slice(0, 10)} ${text.slice(11, 13)}` : text.slice(0, 10);
}
