import { dayMs, dayOf, momentOfDay } from '../../../electron/contract/day.ts';
import type { TargetTraffic, TargetUsage } from '../../../electron/contract/usage.ts';
import { say } from '../../../electron/text/say.ts';

/** The API's number of past days. */
const mostDays = 30;

/** Returns the days between two, both included (`YYYY-MM-DD`), or why they cannot be read. */
export function datesBetween(
  from: string | null,
  to: string | null,
  today: string,
): string[] | { problem: string } {
  if (from === null || to === null) return { problem: say('period.chooseBoth') };
  if (from > to) return { problem: say('period.wrongOrder') };
  if (to > today) return { problem: say('targets.tomorrow') };
  const first = momentOfDay(from);
  if (momentOfDay(today) - first > mostDays * dayMs)
    return { problem: say('targets.lastDaysOnly', { days: `${mostDays}` }) };
  const count = (momentOfDay(to) - first) / dayMs + 1;
  return Array.from({ length: count }, (_, day) => dayOf(first + day * dayMs));
}

/** Merges several days into one, with one row for each target. What no day reported stays unknown. */
export function sumOf(days: readonly TargetTraffic[]): TargetTraffic | null {
  const [first] = days;
  if (first === undefined) return null;
  if (days.length === 1) return first;
  const targets = new Map<string, TargetUsage>();
  for (const day of days) {
    for (const each of day.targets) {
      const known = targets.get(each.target) ?? { ...each, date: null, trafficGb: null, requests: null };
      targets.set(each.target, {
        ...known,
        trafficGb: add(known.trafficGb, each.trafficGb),
        requests: add(known.requests, each.requests),
      });
    }
  }
  return {
    totalGb: days.reduce<number | null>((sum, { totalGb }) => add(sum, totalGb), null),
    requests: days.reduce<number | null>((sum, { requests }) => add(sum, requests), null),
    targets: [...targets.values()],
    setAside: days.reduce((sum, { setAside }) => sum + setAside, 0),
  };
}

function add(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : one + other;
}
