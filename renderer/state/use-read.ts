import { useEffect, useState } from 'react';
import type { CommandFailure, Outcome } from '../../electron/contract/failure.ts';

/**
 * Reads something of main, again whenever the key is another one. Null until it was read; a late answer to an earlier key is
 * not shown.
 */
export function useRead<Value>(
  read: () => Promise<Outcome<Value, CommandFailure>>,
  key: unknown,
): Value | null {
  const [value, setValue] = useState<Value | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for what is read.
  useEffect(() => {
    let current = true;
    void read().then((outcome) => {
      if (current && outcome.ok) setValue(outcome.value);
    });
    return () => {
      current = false;
    };
  }, [key]);
  return value;
}
