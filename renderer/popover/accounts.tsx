import type { AccountRow } from '../../electron/contract/account-list.ts';
import { sumOf } from '../../electron/contract/account-sum.ts';
import { accountSumText } from '../../electron/text/account-sum.ts';
import { accountNameText, accountUseText } from '../../electron/text/accounts.ts';
import { say } from '../../electron/text/say.ts';
import { bridge } from '../state/bridge.ts';
import { AccountDot } from '../ui/account-dot.tsx';
import { useLocale } from './locale.ts';
import { useMirror } from './mirror.ts';

/** Shows all accounts where there are several: their sum, and each as the way to it. */
export function Accounts() {
  const { shown, rows } = useMirror((mirror) => mirror.accountList);
  const locale = useLocale();
  if (rows.length < 2) return null;
  return (
    <section className="accounts" aria-labelledby="accounts-title">
      <div className="sub-users-head">
        <h2 id="accounts-title">{say('accounts.all')}</h2>
        <span className="of-all">{accountSumText(sumOf(rows), locale)}</span>
      </div>
      <ul className="account-rows">
        {rows.map((row) => (
          <li key={row.key}>
            <Account row={row} current={row.key === shown} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Account({ row, current }: { row: AccountRow; current: boolean }) {
  const locale = useLocale();
  return (
    <button
      type="button"
      className="account-row"
      aria-current={current ? 'true' : undefined}
      onClick={() => void bridge.command('showAccount', { key: row.key })}
    >
      <AccountDot color={row.color} />
      <bdi className="row-name">{accountNameText(row)}</bdi>
      <span className="account-figures">{accountUseText(row, locale)}</span>
    </button>
  );
}
