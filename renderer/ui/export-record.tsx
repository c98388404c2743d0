import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { CommandInput } from '../../electron/contract/commands.ts';
import { describeFailure } from '../../electron/contract/failure-text.ts';
import { useCommand } from '../state/command.ts';

type ExportRecordProps = { what: CommandInput<'exportRecord'>['what']; name: string };

/** Saves what main has kept, all of it, as CSV. */
export function ExportRecord({ what, name }: ExportRecordProps) {
  const [said, setSaid] = useState('');
  const save = useCommand('exportRecord');
  async function run() {
    setSaid('');
    const outcome = await save.run({ what });
    if (!outcome.ok) setSaid(describeFailure(outcome.failure));
    else if (outcome.value.saved) setSaid('Saved.');
  }
  return (
    <span className="export">
      <span role="status" className="hint">
        {said}
      </span>
      <Button className="button" isPending={save.running} onPress={() => void run()}>
        {name}
      </Button>
    </span>
  );
}
