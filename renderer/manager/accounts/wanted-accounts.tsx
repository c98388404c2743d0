import { useState } from 'react';
import { accountNameText } from '../../../electron/text/accounts.ts';
import { say } from '../../../electron/text/say.ts';
import { Banner } from '../../ui/banner.tsx';
import { useMirror } from '../mirror.ts';
import { showAccount } from './show-account.ts';

/** Says what a click wanted to show of another account while the page held what would have been lost. */
export function WantedAccounts() {
  const { shown, rows } = useMirror((mirror) => mirror.accountList);
  const [dismissed, setDismissed] = useState<readonly string[]>([]);
  return rows.map((row) => {
    const key = `${row.key} ${row.wanted}`;
    if (row.wanted === null || row.key === shown || dismissed.includes(key)) return null;
    return (
      <aside key={key} className="surroundings" aria-label={accountNameText(row)}>
        <Banner tone="plain">
          <p>{wantedText(accountNameText(row), row.wanted)}</p>
          <button type="button" className="button" onClick={() => leaveFor(row.key)}>
            {say('accounts.open')}
          </button>
          <button type="button" className="button" onClick={() => setDismissed([...dismissed, key])}>
            {say('action.dismiss')}
          </button>
        </Banner>
      </aside>
    );
  });
}

function wantedText(account: string, name: string): string {
  return name === '' ? say('accounts.wanted', { account }) : say('accounts.wantedName', { name, account });
}

/** Shows the account, or asks first about what the page holds, as a close would. */
function leaveFor(key: string): void {
  if (dispatchEvent(new Event('beforeunload', { cancelable: true }))) showAccount(key);
}
