import { useEffect, useState } from 'react';
import type { CommandFailure } from '../../electron/contract/failure.ts';
import type { StartAtLogin } from '../../electron/contract/start-at-login.ts';
import { bridge } from '../state/bridge.ts';

/** Reads whether the app starts with the session (null until main answered), and changes it. */
export function useStartAtLogin() {
  const [state, setState] = useState<StartAtLogin | null>(null);
  const [failure, setFailure] = useState<CommandFailure | null>(null);
  useEffect(() => {
    let isOver = false;
    void bridge.command('readStartAtLogin', null).then((outcome) => {
      if (!isOver && outcome.ok) setState(outcome.value);
    });
    return () => {
      isOver = true;
    };
  }, []);
  /** Returns whether the system has it so now. */
  async function change(on: boolean): Promise<boolean> {
    const outcome = await bridge.command('setStartAtLogin', { on });
    setFailure(outcome.ok ? null : outcome.failure);
    if (outcome.ok) setState(outcome.value);
    return outcome.ok;
  }
  return { state, failure, change };
}
