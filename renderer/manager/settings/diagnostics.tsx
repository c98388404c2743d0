import { useState } from 'react';
import { Button } from 'react-aria-components';
import { say } from '../../../electron/text/say.ts';
import { bridge } from '../../state/bridge.ts';
import { SettingFact } from './setting-row.tsx';

/** Copies a text that helps to find a fault and is safe to post. */
export function Diagnostics() {
  const [said, setSaid] = useState('');
  async function copy() {
    const outcome = await bridge.command('copyDiagnostics', null);
    setSaid(outcome.ok ? say('settings.diagnosticsCopied') : say('action.copyFailed'));
  }
  return (
    <SettingFact label={say('settings.diagnostics')} hint={say('settings.diagnosticsHint')}>
      <Button className="button" onPress={() => void copy()}>
        {say('settings.copyDiagnostics')}
      </Button>
      <span className="hint" role="status">
        {said}
      </span>
    </SettingFact>
  );
}
