import { useState } from 'react';
import { Button, Checkbox } from 'react-aria-components';
import { bridge } from '../state/bridge.ts';
import { useMirror } from '../state/mirror.ts';

const statusTexts = {
  idle: '',
  copied: 'Copied. It can be pasted into a report.',
  failed: 'It could not be copied.',
} as const;

/** What helps somebody else to find a fault: a text that is safe to post, and how much the log tells. */
export function Diagnostics() {
  const fullNames = useMirror((mirror) => mirror.settings?.fullNamesInLog) ?? false;
  const [status, setStatus] = useState<keyof typeof statusTexts>('idle');
  async function copy() {
    const outcome = await bridge.command('copyDiagnostics', null);
    setStatus(outcome.ok ? 'copied' : 'failed');
  }
  return (
    <>
      <p className="hint" id="diagnostics-hint">
        Versions, settings, counts and the last lines of the log. No username, account ID, password or amount
        is in it.
      </p>
      <Button className="button at-start" aria-describedby="diagnostics-hint" onPress={() => void copy()}>
        Copy diagnostics
      </Button>
      <p className="hint" role="status">
        {statusTexts[status]}
      </p>
      <Checkbox
        className="checkbox"
        isSelected={fullNames}
        aria-describedby="full-names-hint"
        onChange={(chosen) => void bridge.command('changeSettings', { fullNamesInLog: chosen })}
      >
        <span className="box" aria-hidden="true" />
        Full usernames in the log
      </Checkbox>
      <p className="hint" id="full-names-hint">
        The log is a file on this computer. Without this it shows sub-users as pri…eu.
      </p>
    </>
  );
}
