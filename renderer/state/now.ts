import { useEffect, useState } from 'react';

/** Ages are shown in minutes. */
const tickMs = 5_000;

/** Returns the time of day in epoch milliseconds. It ticks, and is updated at once when a hidden window is shown. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const tick = () => setNow(Date.now());
    const timer = setInterval(tick, tickMs);
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, []);
  return now;
}
