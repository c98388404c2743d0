import { Button, useLocale } from 'react-aria-components';
import type { SessionView } from '../../../electron/contract/account.ts';
import { mostAccounts } from '../../../electron/contract/accounts.ts';
import { rememberedText } from '../../../electron/text/account.ts';
import { accountNameText } from '../../../electron/text/accounts.ts';
import { say } from '../../../electron/text/say.ts';
import { bridge } from '../../state/bridge.ts';
import { Message } from '../../ui/message.tsx';
import { addAccount } from '../accounts/show-account.ts';
import { useMirror } from '../mirror.ts';
import { AccountLabel } from './account-label.tsx';
import { ForgetAccount } from './forget-account.tsx';
import { SettingFact } from './setting-row.tsx';
import { SettingSwitch } from './setting-switch.tsx';
import { TrayAccountSetting } from './tray-account-setting.tsx';

type AccountSectionProps = { session: Extract<SessionView, { kind: 'signed-in' }> };

/** Shows who is signed in and how that is kept, and signs out. */
export function AccountSection({ session }: AccountSectionProps) {
  const { keyring, demo } = useMirror((mirror) => mirror.environment);
  const setAside = useMirror((mirror) => mirror.nearest.setAside);
  const { locale } = useLocale();
  const { username, accountId, remembered } = session;
  const { shown, rows } = useMirror((mirror) => mirror.accountList);
  const row = rows.find(({ key }) => key === shown);
  const several = rows.length > 1;
  return (
    <>
      {row !== undefined && <AccountLabel row={row} />}
      <SettingFact label={say('settings.mainUser')}>
        <bdi>{username}</bdi>
      </SettingFact>
      <SettingFact label={say('settings.accountId')}>{accountId}</SettingFact>
      <SettingFact label={say('settings.signIn')}>
        {demo ? say('settings.demo') : rememberedText(remembered, keyring)}
      </SettingFact>
      {remembered !== 'keyring' && !demo && (
        <SettingSwitch
          setting="keepWithoutKeyring"
          label={say('signIn.keep')}
          hint={say('signIn.keepHint')}
        />
      )}
      {setAside > 0 && (
        <Message tone="warning" text={say('account.rowsSetAside', { count: setAside }, locale)} />
      )}
      <SettingFact label={say('settings.signOut')} hint={say('settings.signOutHint')}>
        <Button className="button" onPress={() => void bridge.command('signOut', null)}>
          {several && row !== undefined
            ? say('settings.signOutOf', { account: accountNameText(row) })
            : say('settings.signOut')}
        </Button>
      </SettingFact>
      {!demo && <ForgetAccount username={username} accountId={accountId} />}
      <TrayAccountSetting />
      <SettingFact label={say('accounts.add')} hint={say('accounts.addHint')}>
        <Button className="button" isDisabled={rows.length >= mostAccounts} onPress={addAccount}>
          {say('accounts.add')}
        </Button>
      </SettingFact>
    </>
  );
}
