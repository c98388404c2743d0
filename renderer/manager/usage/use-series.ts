import { useEffect, useState } from 'react';
import type { UsageSeries } from '../../../electron/contract/usage.ts';
import { useCommand } from '../../state/command.ts';
import type { queryOf } from './period.ts';

/** Reads a sub-user's series whenever the query changes. It is null until it was read. */
export function useSeries(id: number, asked: ReturnType<typeof queryOf>) {
  const [series, setSeries] = useState<UsageSeries | null>(null);
  const { run, running, failure } = useCommand('readUsage');

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the question; the command is new each time.
  useEffect(() => {
    let current = true;
    setSeries(null);
    if ('query' in asked) {
      void run({ id, query: asked.query }).then((outcome) => {
        // An answer to an outdated query is not shown.
        if (current && outcome.ok) setSeries(outcome.value);
      });
    }
    return () => {
      current = false;
    };
  }, [JSON.stringify([id, asked])]);

  return { series, running, failure };
}
