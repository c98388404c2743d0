import { say } from '../../../electron/text/say.ts';
import { bridge } from '../../state/bridge.ts';
import { SaveButton } from '../ui/save-button.tsx';
import { Diagnostics } from './diagnostics.tsx';
import { SettingFact } from './setting-row.tsx';
import { SettingSwitch } from './setting-switch.tsx';
import { StatusFileSettings } from './status-file-settings.tsx';

/** Helps to find a fault, and hands out what is stored. */
export function AdvancedSection() {
  return (
    <>
      <Diagnostics />
      <SettingSwitch
        setting="fullNamesInLog"
        label={say('settings.fullNames')}
        hint={say('settings.fullNamesHint')}
      />
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
