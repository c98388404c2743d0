import { useState } from 'react';
import type { StartAtLogin } from '../../electron/contract/start-at-login.ts';
import { bridge } from '../state/bridge.ts';
import { useCommand } from '../state/command.ts';
import { useRead } from '../state/use-read.ts';

/** Reads whether the app starts with the session (null until main answered), and changes it. */
export function useStartAtLogin() {
  const found = useRead(() => bridge.command('readStartAtLogin', null), null);
  const [changed, setChanged] = useState<StartAtLogin | null>(null);
  const { run, failure } = useCommand('setStartAtLogin');
  /** Returns whether the system has it so now. */
  async function change(on: boolean): Promise<boolean> {
    const outcome = await run({ on });
    if (outcome.ok) setChanged(outcome.value);
    return outcome.ok;
  }
  return { state: changed ?? found, failure, change };
}
