import { useLocale } from 'react-aria-components';
import type { AccountRow } from '../../../electron/contract/account-list.ts';
import { sumOf } from '../../../electron/contract/account-sum.ts';
import { accountSumText } from '../../../electron/text/account-sum.ts';
import { accountNameText, accountUseText } from '../../../electron/text/accounts.ts';
import { formatRough } from '../../../electron/text/forecast.ts';
import { say } from '../../../electron/text/say.ts';
import { formatNumber, formatShare, unknownText } from '../../../electron/text/traffic.ts';
import { AccountDot } from '../../ui/account-dot.tsx';
import { Meter } from '../../ui/meter.tsx';
import { useMirror } from '../mirror.ts';
import { showAccount } from './show-account.ts';
import './accounts.css';

/** Shows all accounts side by side, and adds up what can be added: the traffic of one calendar month. */
export function AllAccounts() {
  const { shown, rows } = useMirror((mirror) => mirror.accountList);
  const { locale } = useLocale();
  return (
    <section className="card wide-card" aria-labelledby="all-accounts">
      <div className="card-head">
        <h2 id="all-accounts">{say('accounts.all')}</h2>
        <span className="card-gap" />
        <strong>{accountSumText(sumOf(rows), locale)}</strong>
      </div>
      <table className="accounts-table" aria-labelledby="all-accounts">
        <thead>
          <tr>
            <th scope="col">{say('accounts.headAccount')}</th>
            <th scope="col" colSpan={2}>
              {say('accounts.headUse')}
            </th>
            <th scope="col" className="accounts-number">
              {say('accounts.headForecast')}
            </th>
            <th scope="col" className="accounts-number">
              {say('accounts.headSubUsers')}
            </th>
            <th scope="col" className="accounts-number">
              {say('accounts.headAlerts')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.key} row={row} current={row.key === shown} />
          ))}
        </tbody>
      </table>
      <p className="hint">{say('accounts.sumHint')}</p>
    </section>
  );
}

function Row({ row, current }: { row: AccountRow; current: boolean }) {
  const { locale } = useLocale();
  const { key, color, product, usedGb, planGb, forecastGb, subUsers, alerts, task } = row;
  const name = accountNameText(row);
  const share = usedGb === null || planGb === null || planGb === 0 ? null : usedGb / planGb;
  return (
    <tr aria-current={current ? 'true' : undefined}>
      <td className="account-cell">
        <span>
          <AccountDot color={color} />
          <button
            type="button"
            className="name-link"
            aria-label={say('accounts.show', { account: name })}
            onClick={() => showAccount(key)}
          >
            <bdi>{name}</bdi>
          </button>
          {product !== null && <span className="hint">{say(`accounts.product.${product}`)}</span>}
          {task === 'running' && <span className="hint">{say('accounts.task')}</span>}
        </span>
      </td>
      <td>{accountUseText(row, locale)}</td>
      <td className="meter-cell">
        {share !== null && <Meter label={name} share={share} text={formatShare(share, locale)} />}
      </td>
      <td className="accounts-number">
        {forecastGb === null ? unknownText : formatRough(forecastGb, locale)}
      </td>
      <td className="accounts-number">{subUsers === null ? unknownText : formatNumber(subUsers, locale)}</td>
      <td className="accounts-number">{formatNumber(alerts, locale)}</td>
    </tr>
  );
}
