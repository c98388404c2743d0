import { useEffect, useState } from 'react';
import type { Forecast } from '../../../../electron/contract/forecast.ts';
import { bridge } from '../../../state/bridge.ts';
import { useMirror } from '../../mirror.ts';

/** Returns where a sub-user's period will end, read again with each new list; null until it was read. */
export function useForecast(id: number): Forecast | null {
  const readAt = useMirror((mirror) => mirror.subUsers.readAt);
  const [forecast, setForecast] = useState<Forecast | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list's age stands for its figures.
  useEffect(() => {
    let current = true;
    void bridge.command('readForecast', { id }).then((outcome) => {
      if (current && outcome.ok) setForecast(outcome.value);
    });
    return () => {
      current = false;
    };
  }, [id, readAt]);
  return forecast;
}
