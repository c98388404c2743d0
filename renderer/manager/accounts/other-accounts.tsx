import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { AccountRow } from '../../../electron/contract/account-list.ts';
import { accountNameText } from '../../../electron/text/accounts.ts';
import { say } from '../../../electron/text/say.ts';
import { useCommand } from '../../state/command.ts';
import { AccountDot } from '../../ui/account-dot.tsx';
import { useMirror } from '../mirror.ts';
import { Dialog, DialogFoot } from '../ui/dialog.tsx';
import { FailureBanner } from '../ui/failure-banner.tsx';
import { showAccount } from './show-account.ts';
import './accounts.css';

/** Leads from the sign-in of one account to the others, and removes one that is signed out. */
export function OtherAccounts() {
  const { shown, rows } = useMirror((mirror) => mirror.accountList);
  const own = rows.find(({ key }) => key === shown);
  const others = rows.filter(({ key }) => key !== shown);
  if (others.length === 0) return null;
  return (
    <section className="other-accounts" aria-labelledby="other-accounts">
      <h2 id="other-accounts">{say('accounts.others')}</h2>
      {others.map((row) => (
        <Button key={row.key} className="button" onPress={() => showAccount(row.key)}>
          <AccountDot color={row.color} />
          <bdi className="account-name">{accountNameText(row)}</bdi>
        </Button>
      ))}
      {own !== undefined && <RemoveAccount row={own} />}
    </section>
  );
}

function RemoveAccount({ row }: { row: AccountRow }) {
  const [asking, setAsking] = useState(false);
  const remove = useCommand('removeAccount');
  return (
    <>
      <Button className="text-link" onPress={() => setAsking(true)}>
        {say('accounts.remove')}
      </Button>
      {asking && (
        <Dialog
          title={say('accounts.removeTitle', { account: accountNameText(row) })}
          role="alertdialog"
          onClose={() => setAsking(false)}
        >
          <p>{say('accounts.removeEffect')}</p>
          <FailureBanner failure={remove.failure} />
          <DialogFoot onCancel={() => setAsking(false)}>
            <Button
              className="button danger"
              isPending={remove.running}
              onPress={() => void remove.run({ key: row.key })}
            >
              {say('accounts.removeDone')}
            </Button>
          </DialogFoot>
        </Dialog>
      )}
    </>
  );
}
