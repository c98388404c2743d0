import { useState } from 'react';
import { Button } from 'react-aria-components';
import { describeFailure } from '../../electron/contract/failure-text.ts';
import { useCommand } from '../state/command.ts';

type ExportButtonProps = { suggestedName: string; csv: () => string };

/** Saves what is in view as CSV, and says how it went. */
export function ExportButton({ suggestedName, csv }: ExportButtonProps) {
  const [said, setSaid] = useState('');
  const save = useCommand('saveText');
  async function run() {
    setSaid('');
    const outcome = await save.run({ suggestedName, text: csv() });
    if (!outcome.ok) setSaid(describeFailure(outcome.failure));
    else if (outcome.value.saved) setSaid('Saved.');
  }
  return (
    <span className="export">
      <span role="status" className="hint">
        {said}
      </span>
      <Button className="button" isPending={save.running} onPress={() => void run()}>
        Export CSV
      </Button>
    </span>
  );
}
