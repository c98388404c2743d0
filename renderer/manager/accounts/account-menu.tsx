import { ChevronsUpDown, Plus } from 'lucide-react';
import {
  Button,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
  useLocale,
} from 'react-aria-components';
import type { AccountRow } from '../../../electron/contract/account-list.ts';
import { mostAccounts } from '../../../electron/contract/accounts.ts';
import { accountNameText, accountUseText } from '../../../electron/text/accounts.ts';
import { updatedText } from '../../../electron/text/freshness.ts';
import { say } from '../../../electron/text/say.ts';
import { useNow } from '../../state/now.ts';
import { AccountDot } from '../../ui/account-dot.tsx';
import { useMirror } from '../mirror.ts';
import { addAccount, showAccount } from './show-account.ts';
import './accounts.css';

/** Names the account in view with the age of its figures, and leads to the others. */
export function AccountMenu({ username }: { username: string }) {
  const { shown, rows } = useMirror((mirror) => mirror.accountList);
  const row = rows.find(({ key }) => key === shown);
  const name = row === undefined ? username : accountNameText(row);
  return (
    <section className="account" aria-label={say('frame.account')} title={name}>
      <MenuTrigger>
        <Button className="account-button">
          <Initial name={name} row={rows.length < 2 ? undefined : row} />
          <span className="rail-hidden account-lines">
            <span>
              <span className="unseen">{say('accounts.choose')}</span> <bdi>{name}</bdi>
            </span>
            <Age />
          </span>
          <ChevronsUpDown className="rail-hidden" aria-hidden="true" />
        </Button>
        <Popover className="floating account-options" placement="top start">
          <Menu className="options" aria-label={say('accounts.all')}>
            <MenuSection
              selectionMode="single"
              disallowEmptySelection
              selectedKeys={[shown]}
              aria-label={say('accounts.all')}
            >
              {rows.map((each) => (
                <AccountItem key={each.key} row={each} />
              ))}
            </MenuSection>
            <Separator className="options-line" />
            <MenuItem className="option" isDisabled={rows.length >= mostAccounts} onAction={addAccount}>
              <Plus aria-hidden="true" />
              {say('accounts.add')}
            </MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
    </section>
  );
}

function Age() {
  const traffic = useMirror((mirror) => mirror.traffic);
  return <span className="hint">{updatedText(traffic, useNow())}</span>;
}

function Initial({ name, row }: { name: string; row: AccountRow | undefined }) {
  return (
    <span className="initial" aria-hidden="true">
      {name.slice(0, 1).toUpperCase()}
      {row !== undefined && <AccountDot color={row.color} />}
    </span>
  );
}

function AccountItem({ row }: { row: AccountRow }) {
  const { locale } = useLocale();
  const name = accountNameText(row);
  return (
    <MenuItem id={row.key} className="option" textValue={name} onAction={() => showAccount(row.key)}>
      <AccountDot color={row.color} />
      <bdi className="account-name">{name}</bdi>
      <span className="account-use">
        {row.task === 'running' ? say('accounts.task') : accountUseText(row, locale)}
      </span>
    </MenuItem>
  );
}
