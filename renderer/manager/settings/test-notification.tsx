import { useState } from 'react';
import { Button } from 'react-aria-components';
import { describeFailure } from '../../../electron/text/failure.ts';
import { say } from '../../../electron/text/say.ts';
import { useCommand } from '../../state/command.ts';
import { SettingFact } from './setting-row.tsx';

/** Shows a test notification, and whether the system accepted it. */
export function TestNotification() {
  const test = useCommand('testNotification');
  const [said, setSaid] = useState('');
  async function run() {
    setSaid('');
    const outcome = await test.run(null);
    setSaid(outcome.ok ? say(`settings.tested.${outcome.value.outcome}`) : describeFailure(outcome.failure));
  }
  return (
    <SettingFact label={say('settings.test')}>
      <Button className="button" isPending={test.running} onPress={() => void run()}>
        {say('settings.sendTest')}
      </Button>
      <span role="status" className="hint">
        {said}
      </span>
    </SettingFact>
  );
}
