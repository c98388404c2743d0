import { accountNameText } from '../../../electron/text/accounts.ts';
import { say } from '../../../electron/text/say.ts';
import { useMirror } from '../mirror.ts';
import { ChoiceSetting } from './choice-setting.tsx';
import { useSaving } from './use-saving.ts';

/** Chooses the account of which the tray shows the meter, where there are several. */
export function TrayAccountSetting() {
  const { rows } = useMirror((mirror) => mirror.accountList);
  const wanted = useMirror((mirror) => mirror.settings.trayAccount);
  const { saved, save } = useSaving();
  if (rows.length < 2) return null;
  const names: Record<string, string> = {
    worst: say('accounts.trayWorst'),
    ...Object.fromEntries(rows.map((row) => [row.key, accountNameText(row)])),
  };
  return (
    <ChoiceSetting
      label={say('accounts.tray')}
      names={names}
      // An account that was removed is no choice.
      chosen={wanted in names ? wanted : 'worst'}
      onChange={(trayAccount) => save({ trayAccount })}
      saved={saved}
    />
  );
}
