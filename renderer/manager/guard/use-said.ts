import { useEffect, useState } from 'react';

/**
 * Returns a problem once its field is left, until it is solved: while a number or a day is typed, it is wrong for a moment.
 */
export function useSaid(problem: string | undefined): { said: string | undefined; onBlur: () => void } {
  const [isLeft, setLeft] = useState(false);
  useEffect(() => {
    if (problem === undefined) setLeft(false);
  }, [problem]);
  return { said: isLeft ? problem : undefined, onBlur: () => setLeft(problem !== undefined) };
}
