import { say } from '../../../electron/text/say.ts';
import { useMirror } from '../mirror.ts';
import { SettingFact } from './setting-row.tsx';
import { SwitchSetting } from './switch-setting.tsx';
import { useSaving } from './use-saving.ts';

/** Turns the daily look for new versions on or off, where this build can look. */
export function VersionSetting() {
  const { unavailable } = useMirror((mirror) => mirror.releases);
  const versionCheck = useMirror((mirror) => mirror.settings.versionCheck);
  const { saved, save } = useSaving();
  if (unavailable !== null) {
    return (
      <SettingFact label={say('releases.check')}>
        <span className="hint">{say(`releases.unavailable.${unavailable}`)}</span>
      </SettingFact>
    );
  }
  return (
    <SwitchSetting
      label={say('releases.check')}
      hint={say('releases.checkHint')}
      chosen={versionCheck === 'on'}
      onChange={(on) => save({ versionCheck: on ? 'on' : 'off' })}
      saved={saved}
    />
  );
}
