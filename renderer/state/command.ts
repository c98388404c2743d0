import { useState } from 'react';
import type { CommandInput, CommandName, CommandOutcome } from '../../electron/contract/commands.ts';
import type { CommandFailure } from '../../electron/contract/failure.ts';
import { bridge } from './bridge.ts';

export type RunningCommand<Name extends CommandName> = {
  run(input: CommandInput<Name>): Promise<CommandOutcome<Name>>;
  running: boolean;
  /** Why the last run failed; null after a success. */
  failure: CommandFailure | null;
};

/** Runs one command of the contract, with its progress and its last failure, for a form or a button. */
export function useCommand<Name extends CommandName>(name: Name): RunningCommand<Name> {
  const [running, setRunning] = useState(false);
  const [failure, setFailure] = useState<CommandFailure | null>(null);
  async function run(input: CommandInput<Name>): Promise<CommandOutcome<Name>> {
    setRunning(true);
    setFailure(null);
    const outcome = await bridge.command(name, input);
    setRunning(false);
    if (!outcome.ok) setFailure(outcome.failure);
    return outcome;
  }
  return { run, running, failure };
}
