import { useState } from 'react';
import { Button, FieldError, Input, Label, Text, TextField } from 'react-aria-components';
import type { EntryReport } from '../../../electron/contract/own-entry.ts';
import { say } from '../../../electron/text/say.ts';
import { useCommand } from '../../state/command.ts';
import { FailureBanner } from '../ui/failure-banner.tsx';
import { EntrySteps } from './entry-steps.tsx';
import { useOwnEntry } from './use-own-entry.ts';

/** Takes the name of the user's own entry, and checks where it leads. */
export function OwnEntry() {
  const [report, setReport] = useState<EntryReport | null>(null);
  const check = useCommand('checkEntry');
  const { text, setText, name, isWrong, saved, save } = useOwnEntry();

  async function run() {
    save();
    if (name === null || check.running) return;
    setReport(null);
    const outcome = await check.run({ name });
    if (outcome.ok) setReport(outcome.value);
  }
  return (
    <form
      className="own-entry"
      onSubmit={(event) => {
        event.preventDefault();
        void run();
      }}
      noValidate
    >
      <TextField className="field" value={text} onChange={setText} onBlur={save} isInvalid={isWrong}>
        <Label>{say('ownEntry.name')}</Label>
        <div className="with-buttons">
          <Input
            placeholder={say('ownEntry.placeholder')}
            spellCheck="false"
            autoComplete="off"
            maxLength={300}
          />
          <Button
            type="submit"
            className="button primary"
            isPending={check.running}
            isDisabled={name === null}
          >
            {say('ownEntry.check')}
          </Button>
        </div>
        <Text slot="description" className="hint">
          {say('ownEntry.nameHint')} {say('ownEntry.costs')}
        </Text>
        <FieldError className="problem">{say('ownEntry.notAName')}</FieldError>
      </TextField>
      {saved.kind === 'failed' && <p className="problem">{saved.problem}</p>}
      <div aria-live="polite">
        {check.running && <p className="hint">{say('ownEntry.checking', { name: name ?? '' })}</p>}
        {report !== null && <EntrySteps report={report} />}
      </div>
      <FailureBanner failure={check.failure} />
    </form>
  );
}
