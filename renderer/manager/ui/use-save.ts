import { useState } from 'react';
import type { CommandOutcome } from '../../../electron/contract/commands.ts';
import { describeFailure } from '../../../electron/text/failure.ts';
import { say } from '../../../electron/text/say.ts';

/** Asks the user for a file, and returns whether it was written. */
export type Save = () => Promise<CommandOutcome<'saveText' | 'exportRecord'>>;

/** Saves something as a file, with what became of it in words. */
export function useSave(save: Save): { run: () => void; said: string; saving: boolean } {
  const [said, setSaid] = useState('');
  const [saving, setSaving] = useState(false);
  async function run() {
    setSaid('');
    setSaving(true);
    const outcome = await save();
    setSaving(false);
    if (!outcome.ok) setSaid(describeFailure(outcome.failure));
    else if (outcome.value.saved) setSaid(say('action.saved'));
  }
  return { run: () => void run(), said, saving };
}
