import type { UsagePoint } from '../../../electron/contract/usage.ts';
import type { ChartStep } from '../../charts/series-data.ts';

const hourS = 3_600;
const dayS = 24 * hourS;
/** An implausible range is drawn without gaps. */
const mostSteps = 5_000;

/** Returns the points with unreported steps between them as gaps, not zeros. Labels are the API's. */
export function withGaps(points: readonly UsagePoint[]): ChartStep[] {
  const byMoment = new Map<number, ChartStep>();
  for (const { at: label, trafficGb } of points) {
    const at = secondsOf(label);
    // When clocks go back, an hour occurs twice under one label, so its traffic is summed.
    byMoment.set(at, { at, label, value: (byMoment.get(at)?.value ?? 0) + trafficGb });
  }
  const known = [...byMoment.values()].sort((one, other) => one.at - other.at);
  const [first] = known;
  const last = known.at(-1);
  if (first === undefined || last === undefined) return [];
  const stepS = points.some(({ at }) => at.length > 10) ? hourS : dayS;
  if ((last.at - first.at) / stepS > mostSteps) return known;
  for (let at = first.at; at <= last.at; at += stepS) {
    if (!byMoment.has(at)) byMoment.set(at, { at, label: labelOf(at, stepS), value: null });
  }
  return [...byMoment.values()].sort((one, other) => one.at - other.at);
}

/** Labels are read and written as UTC, so no time zone shifts them. */
function secondsOf(label: string): number {
  return Date.parse(`${label.slice(0, 10)}T${label.slice(11) || '00'}:00:00Z`) / 1000;
}

function labelOf(at: number, stepS: number): string {
  const text = new Date(at * 1000).toISOString();
  return stepS === hourS ? `${text.slice(0, 10)} ${text.slice(11, 13)}` : text.slice(0, 10);
}
