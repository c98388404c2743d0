import { useEffect, useRef } from 'react';
import { bridge } from '../../state/bridge.ts';

/**
 * Keeps the window open while it holds something that closing would lose, and asks about it instead. Main keeps the app from
 * quitting for as long.
 */
export function useHold(holds: boolean, onAsk: () => void): void {
  const ask = useRef(onAsk);
  ask.current = onAsk;
  useEffect(() => {
    if (!holds) return;
    const refuse = (event: BeforeUnloadEvent) => {
      event.preventDefault();
      ask.current();
    };
    addEventListener('beforeunload', refuse);
    void bridge.command('holdWindow', { holds: true });
    return () => {
      removeEventListener('beforeunload', refuse);
      void bridge.command('holdWindow', { holds: false });
    };
  }, [holds]);
}
