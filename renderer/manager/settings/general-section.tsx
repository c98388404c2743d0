import { textSizes } from '../../../electron/contract/appearance.ts';
import { say } from '../../../electron/text/say.ts';
import { useMirror } from '../mirror.ts';
import { ChoiceSetting } from './choice-setting.tsx';
import { NumberSetting } from './number-setting.tsx';
import { OwnEntrySetting } from './own-entry-setting.tsx';
import { StartAtLoginSetting } from './start-at-login-setting.tsx';
import { useSaving } from './use-saving.ts';
import { VersionSetting } from './version-setting.tsx';

/** Sets how often Oxygauge asks, and how its windows look. */
export function GeneralSection() {
  return (
    <>
      <RefreshInterval />
      <StartAtLoginSetting />
      <ThemeChoice />
      <DensityChoice />
      <FontChoice />
      <TextSize />
      <OwnEntrySetting />
      <VersionSetting />
    </>
  );
}

function RefreshInterval() {
  const minutes = useMirror((mirror) => mirror.settings.refreshIntervalMinutes);
  const { saved, save } = useSaving();
  return (
    <NumberSetting
      label={say('settings.interval')}
      hint={say('settings.intervalHint')}
      value={minutes}
      // An empty field leaves the setting, and shows it again.
      onChange={(chosen) => chosen !== null && save({ refreshIntervalMinutes: chosen })}
      saved={saved}
      least={1}
      most={60}
      step={1}
    />
  );
}

function ThemeChoice() {
  const theme = useMirror((mirror) => mirror.settings.theme);
  const { saved, save } = useSaving();
  return (
    <ChoiceSetting
      label={say('appearance.theme')}
      names={{
        system: say('appearance.theme.system'),
        light: say('appearance.theme.light'),
        dark: say('appearance.theme.dark'),
      }}
      chosen={theme}
      onChange={(chosen) => save({ theme: chosen })}
      saved={saved}
    />
  );
}

function DensityChoice() {
  const density = useMirror((mirror) => mirror.settings.density);
  const { saved, save } = useSaving();
  return (
    <ChoiceSetting
      label={say('appearance.density')}
      names={{
        compact: say('appearance.density.compact'),
        normal: say('appearance.density.normal'),
        roomy: say('appearance.density.roomy'),
      }}
      chosen={density}
      onChange={(chosen) => save({ density: chosen })}
      saved={saved}
    />
  );
}

function FontChoice() {
  const font = useMirror((mirror) => mirror.settings.font);
  const { saved, save } = useSaving();
  return (
    <ChoiceSetting
      label={say('appearance.font')}
      names={{ inter: say('appearance.font.inter'), system: say('appearance.font.system') }}
      chosen={font}
      onChange={(chosen) => save({ font: chosen })}
      saved={saved}
    />
  );
}

function TextSize() {
  const percent = useMirror((mirror) => mirror.settings.textSizePercent);
  const { saved, save } = useSaving();
  return (
    <NumberSetting
      label={say('appearance.textSize')}
      hint={say('appearance.textSizeHint')}
      value={percent}
      onChange={(chosen) => chosen !== null && save({ textSizePercent: chosen })}
      saved={saved}
      least={textSizes.least}
      most={textSizes.most}
      step={textSizes.step}
    />
  );
}
