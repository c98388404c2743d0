import pMap from 'p-map';
import { useRef, useState } from 'react';
import type { CommandFailure } from '../../../electron/contract/failure.ts';
import type { TargetReport, TargetUsage } from '../../../electron/contract/usage.ts';
import { bridge } from '../../state/bridge.ts';

const concurrency = 4;
const dayMs = 86_400_000;
/** How far back the API goes. */
export const mostDays = 30;

/** Days read so far of the days asked for, and the sum of those that were read. */
export type TargetDays = {
  total: number;
  read: number;
  running: boolean;
  report: TargetReport | null;
  /** The days that could not be read, with why the last of them could not. */
  missing: string[];
  failure: CommandFailure | null;
};

const nothing: TargetDays = { total: 0, read: 0, running: false, report: null, missing: [], failure: null };

/** Reads days one request each, four at a time. A new question ends the last one. */
export function useTargetDays(id: number) {
  const [days, setDays] = useState(nothing);
  const question = useRef(0);

  async function read(dates: string[]): Promise<void> {
    question.current += 1;
    const mine = question.current;
    const reports: TargetReport[] = [];
    const missing: string[] = [];
    let failure: CommandFailure | null = null;
    const tell = (running: boolean) => {
      if (question.current !== mine) return;
      const report = running ? null : sumOf(reports);
      setDays({ total: dates.length, read: reports.length, running, report, missing, failure });
    };
    tell(true);
    await pMap(
      dates,
      async (date) => {
        if (question.current !== mine) return;
        const outcome = await bridge.command('readTargets', { id, date });
        if (outcome.ok) reports.push(outcome.value);
        else {
          missing.push(date);
          failure = outcome.failure;
        }
        tell(true);
      },
      { concurrency },
    );
    tell(false);
  }

  function cancel(): void {
    question.current += 1;
    setDays(nothing);
  }

  return { days, read, cancel };
}

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
