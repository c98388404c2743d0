import type { TargetReport, TargetUsage } from '../../../electron/contract/usage.ts';

const dayMs = 86_400_000;
/** How far back the API goes. */
const mostDays = 30;

/** The days from one to another, both included, `YYYY-MM-DD`; or why they cannot be asked for. */
export function datesBetween(
  from: string | null,
  to: string | null,
  today: string,
): string[] | { problem: string } {
  if (from === null || to === null) return { problem: 'Choose both days.' };
  if (from > to) return { problem: 'The first day is after the last.' };
  if (to > today) return { problem: 'The last day is not over yet: choose today at the latest.' };
  const first = Date.parse(from);
  if (Date.parse(today) - first > mostDays * dayMs)
    return { problem: `Oxylabs has the last ${mostDays} days only.` };
  const count = (Date.parse(to) - first) / dayMs + 1;
  return Array.from({ length: count }, (_, day) => new Date(first + day * dayMs).toISOString().slice(0, 10));
}

/** Several days as one report: the same target is one row. What no day told stays unknown. */
export function sumOf(reports: readonly TargetReport[]): TargetReport | null {
  const [first] = reports;
  if (first === undefined) return null;
  if (reports.length === 1) return first;
  const targets = new Map<string, TargetUsage>();
  for (const report of reports) {
    for (const each of report.targets) {
      const known = targets.get(each.target) ?? { ...each, date: null, trafficGb: null, requests: null };
      targets.set(each.target, {
        ...known,
        trafficGb: add(known.trafficGb, each.trafficGb),
        requests: add(known.requests, each.requests),
      });
    }
  }
  return {
    totalGb: reports.reduce<number | null>((sum, { totalGb }) => add(sum, totalGb), null),
    requests: reports.reduce<number | null>((sum, { requests }) => add(sum, requests), null),
    targets: [...targets.values()],
    setAside: reports.reduce((sum, { setAside }) => sum + setAside, 0),
  };
}

function add(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : one + other;
}
