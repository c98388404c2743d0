import { mostStatusSubUsers } from '../../../electron/contract/status-bounds.ts';
import { say } from '../../../electron/text/say.ts';
import { useMirror } from '../mirror.ts';
import { NumberSetting } from './number-setting.tsx';
import { SettingSwitch } from './setting-switch.tsx';
import { useSaving } from './use-saving.ts';

/** Turns the files for scripts and status bars on, and sets how much they hold. */
export function StatusFileSettings() {
  return (
    <>
      <SettingSwitch
        setting="statusFile"
        label={say('settings.statusFile')}
        hint={say('settings.statusFileHint')}
      />
      <SettingSwitch
        setting="prometheusFile"
        label={say('settings.prometheusFile')}
        hint={say('settings.prometheusFileHint')}
      />
      <SubUsers />
    </>
  );
}

function SubUsers() {
  const most = useMirror((mirror) => mirror.settings.statusFileSubUsers);
  const { saved, save } = useSaving();
  return (
    <NumberSetting
      label={say('settings.statusSubUsers')}
      hint={say('settings.statusSubUsersHint')}
      value={most}
      onChange={(chosen) => chosen !== null && save({ statusFileSubUsers: chosen })}
      saved={saved}
      most={mostStatusSubUsers}
      step={1}
    />
  );
}
