import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { CommandOutcome } from '../../electron/contract/commands.ts';
import { describeFailure } from '../../electron/contract/failure-text.ts';

type SaveButtonProps = {
  name: string;
  /** Asks the person where, and answers whether a file was written. */
  save: () => Promise<CommandOutcome<'saveText' | 'exportRecord'>>;
};

/** Saves something as a file, and says how it went. */
export function SaveButton({ name, save }: SaveButtonProps) {
  const [said, setSaid] = useState('');
  const [saving, setSaving] = useState(false);
  async function run() {
    setSaid('');
    setSaving(true);
    const outcome = await save();
    setSaving(false);
    if (!outcome.ok) setSaid(describeFailure(outcome.failure));
    else if (outcome.value.saved) setSaid('Saved.');
  }
  return (
    <span className="export">
      <span role="status" className="hint">
        {said}
      </span>
      <Button className="button" isPending={saving} onPress={() => void run()}>
        {name}
      </Button>
    </span>
  );
}
