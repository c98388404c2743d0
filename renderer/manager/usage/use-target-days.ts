import pMap from 'p-map';
import { useRef, useState } from 'react';
import type { CommandFailure } from '../../../electron/contract/failure.ts';
import type { TargetTraffic } from '../../../electron/contract/usage.ts';
import { bridge } from '../../state/bridge.ts';
import { sumOf } from './target-days.ts';

const concurrency = 4;

/** Holds the days read so far, and their sum. */
export type TargetDays = {
  total: number;
  read: number;
  running: boolean;
  sum: TargetTraffic | null;
  /** The days that could not be read, with the last failure. */
  missing: string[];
  failure: CommandFailure | null;
};

const nothing: TargetDays = { total: 0, read: 0, running: false, sum: null, missing: [], failure: null };

/** Reads days with one request each, four at a time. A new query cancels the last one. */
export function useTargetDays(id: number) {
  const [days, setDays] = useState(nothing);
  const question = useRef(0);

  async function read(dates: string[]): Promise<void> {
    question.current += 1;
    const mine = question.current;
    const perDay: TargetTraffic[] = [];
    const missing: string[] = [];
    let failure: CommandFailure | null = null;
    const tell = (running: boolean) => {
      if (question.current !== mine) return;
      const sum = running ? null : sumOf(perDay);
      setDays({ total: dates.length, read: perDay.length, running, sum, missing, failure });
    };
    tell(true);
    await pMap(
      dates,
      async (date) => {
        if (question.current !== mine) return;
        const outcome = await bridge.command('readTargets', { id, date });
        if (outcome.ok) perDay.push(outcome.value);
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
