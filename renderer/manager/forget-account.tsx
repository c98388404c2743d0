import { useState } from 'react';
import { Button } from 'react-aria-components';
import { describeFailure } from '../../electron/contract/failure-text.ts';
import { useCommand } from '../state/command.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Notice } from '../ui/notice.tsx';

type ForgetAccountProps = { username: string; accountId: string };

/** Signs out and erases all that is kept of the account here, after it was named. */
export function ForgetAccount({ username, accountId }: ForgetAccountProps) {
  const [asking, setAsking] = useState(false);
  const forget = useCommand('forgetAccount');
  return (
    <>
      <p className="hint">
        Signing out keeps the history and the alert log on this computer for the next time.
      </p>
      <Button className="button at-start" onPress={() => setAsking(true)}>
        Forget this account…
      </Button>
      {asking && (
        <Dialog title={`Forget ${username}?`} role="alertdialog" onClose={() => setAsking(false)}>
          <p>
            Signs out and erases from this computer: the saved sign-in, the traffic history, the alert log,
            and the sub-users that are remembered. Nothing changes at Oxylabs.
          </p>
          {forget.failure !== null && (
            <Notice tone="error">
              <p>{describeFailure(forget.failure)}</p>
            </Notice>
          )}
          <div className="dialog-foot">
            <Button className="button" onPress={() => setAsking(false)}>
              Cancel
            </Button>
            <Button
              className="button danger"
              isPending={forget.running}
              onPress={() => void forget.run({ accountId })}
            >
              Forget
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
