import { say } from '../../../electron/text/say.ts';
import { bridge } from '../../state/bridge.ts';
import { useMirror } from '../mirror.ts';
import { SaveButton } from '../ui/save-button.tsx';
import { Diagnostics } from './diagnostics.tsx';
import { SettingFact } from './setting-row.tsx';
import { StatusFileSettings } from './status-file-settings.tsx';
import { SwitchSetting } from './switch-setting.tsx';
import { useSaving } from './use-saving.ts';

/** Helps to find a fault, and hands out what is stored. */
export function AdvancedSection() {
  return (
    <>
      <Diagnostics />
      <FullNames />
      <StatusFileSettings />
      <SettingFact label={say('settings.history')} hint={say('settings.historyHint')}>
        <SaveButton
          name={say('settings.exportHistory')}
          save={() => bridge.command('exportRecord', { what: 'history' })}
        />
      </SettingFact>
    </>
  );
}

function FullNames() {
  const fullNames = useMirror((mirror) => mirror.settings.fullNamesInLog);
  const { saved, save } = useSaving();
  return (
    <SwitchSetting
      label={say('settings.fullNames')}
      hint={say('settings.fullNamesHint')}
      chosen={fullNames}
      onChange={(chosen) => save({ fullNamesInLog: chosen })}
      saved={saved}
    />
  );
}
