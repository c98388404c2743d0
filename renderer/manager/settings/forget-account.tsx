import { useState } from 'react';
import { Button } from 'react-aria-components';
import { say } from '../../../electron/text/say.ts';
import { useCommand } from '../../state/command.ts';
import { Dialog, DialogFoot } from '../ui/dialog.tsx';
import { FailureBanner } from '../ui/failure-banner.tsx';
import { SettingFact } from './setting-row.tsx';

type ForgetAccountProps = { username: string; accountId: string };

/** Signs out and erases everything stored about the account, after naming it. */
export function ForgetAccount({ username, accountId }: ForgetAccountProps) {
  const [asking, setAsking] = useState(false);
  const forget = useCommand('forgetAccount');
  return (
    <SettingFact label={say('settings.erase')} hint={say('settings.forgetHint')}>
      <Button className="button" onPress={() => setAsking(true)}>
        {say('settings.forget')}
      </Button>
      {asking && (
        <Dialog
          title={say('account.forgetTitle', { username })}
          role="alertdialog"
          onClose={() => setAsking(false)}
        >
          <p>{say('account.forgetEffect')}</p>
          <FailureBanner failure={forget.failure} />
          <DialogFoot onCancel={() => setAsking(false)}>
            <Button
              className="button danger"
              isPending={forget.running}
              onPress={() => void forget.run({ accountId })}
            >
              {say('account.forget')}
            </Button>
          </DialogFoot>
        </Dialog>
      )}
    </SettingFact>
  );
}
