import pMap from 'p-map';
import { useRef, useState } from 'react';
import type { CommandFailure } from '../../../electron/contract/failure.ts';
import type { TargetReport } from '../../../electron/contract/usage.ts';
import { bridge } from '../../state/bridge.ts';
import { sumOf } from './target-days.ts';

const concurrency = 4;

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
