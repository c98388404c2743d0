import { useState } from 'react';
import { useLocale } from 'react-aria-components';
import { describeFailure } from '../../../electron/text/failure.ts';
import { whoText } from '../../../electron/text/guard.ts';
import { say } from '../../../electron/text/say.ts';
import { useCommand } from '../../state/command.ts';
import { useNameOf } from './use-name-of.ts';

export type Resume = {
  /** Returns whether Guard goes on with all of them. */
  run(ids: readonly number[]): Promise<boolean>;
  running: boolean;
  /** Says why it did not go on with some of the last ones; null if it did. */
  problem: string | null;
};

/** Goes on with sub-users for which rules pause. */
export function useResume(): Resume {
  const { locale } = useLocale();
  const nameOf = useNameOf();
  const command = useCommand('resumeGuard');
  const [unknown, setUnknown] = useState<readonly number[]>([]);
  async function run(ids: readonly number[]): Promise<boolean> {
    setUnknown([]);
    const outcome = await command.run({ ids: [...ids] });
    if (outcome.ok) setUnknown(outcome.value.unknown);
    return outcome.ok && outcome.value.unknown.length === 0;
  }
  const who = unknown.length === 0 ? null : whoText(unknown, nameOf, locale);
  const problem =
    command.failure !== null
      ? describeFailure(command.failure)
      : who === null
        ? null
        : say('guard.notResumed', { who });
  return { run, running: command.running, problem };
}
