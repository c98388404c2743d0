import { useEffect, useState } from 'react';
import type { CommandFailure, Outcome } from '../../../electron/contract/failure.ts';

/** Reads something of the local history, again at each new reading. Null until it is read; `read` stays the same function. */
export function useRead<Value>(
  read: () => Promise<Outcome<Value, CommandFailure>>,
  readAt: number,
): Value | null {
  const [value, setValue] = useState<Value | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new reading changes what is read.
  useEffect(() => {
    let current = true;
    void read().then((outcome) => {
      if (current && outcome.ok) setValue(outcome.value);
    });
    return () => {
      current = false;
    };
  }, [read, readAt]);
  return value;
}
