import { mostStatusSubUsers } from '../../../electron/contract/status.ts';
import { say } from '../../../electron/text/say.ts';
import { useMirror } from '../mirror.ts';
import { NumberSetting } from './number-setting.tsx';
import { SwitchSetting } from './switch-setting.tsx';
import { useSaving } from './use-saving.ts';

/** Turns the files for scripts and status bars on, and sets how much they hold. */
export function StatusFileSettings() {
  return (
    <>
      <StatusFile />
      <PrometheusFile />
      <SubUsers />
    </>
  );
}

function StatusFile() {
  const chosen = useMirror((mirror) => mirror.settings.statusFile);
  const { saved, save } = useSaving();
  return (
    <SwitchSetting
      label={say('settings.statusFile')}
      hint={say('settings.statusFileHint')}
      chosen={chosen}
      onChange={(statusFile) => save({ statusFile })}
      saved={saved}
    />
  );
}

function PrometheusFile() {
  const chosen = useMirror((mirror) => mirror.settings.prometheusFile);
  const { saved, save } = useSaving();
  return (
    <SwitchSetting
      label={say('settings.prometheusFile')}
      hint={say('settings.prometheusFileHint')}
      chosen={chosen}
      onChange={(prometheusFile) => save({ prometheusFile })}
      saved={saved}
    />
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
