import { useEffect, useState } from 'react';

/** Returns the value once it has stayed the same for a while: the arrow keys may pass many rows on their way to one. */
export function useSettled<Value>(value: Value, afterMs: number): Value | null {
  const [settled, setSettled] = useState<Value | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), afterMs);
    return () => clearTimeout(timer);
  }, [value, afterMs]);
  return Object.is(settled, value) ? settled : null;
}
