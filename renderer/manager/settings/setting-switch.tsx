import type { Settings } from '../../../electron/contract/settings.ts';
import { useMirror } from '../mirror.ts';
import { SwitchSetting } from './switch-setting.tsx';
import { useSaving } from './use-saving.ts';

type Flag = { [Name in keyof Settings]: Settings[Name] extends boolean ? Name : never }[keyof Settings];

type SettingSwitchProps = { setting: Flag; label: string; hint: string };

/** Turns a setting on or off, and saves it at once. */
export function SettingSwitch({ setting, label, hint }: SettingSwitchProps) {
  const chosen = useMirror((mirror) => mirror.settings[setting]);
  const { saved, save } = useSaving();
  return (
    <SwitchSetting
      label={label}
      hint={hint}
      chosen={chosen}
      onChange={(next) => save({ [setting]: next } satisfies Partial<Record<Flag, boolean>>)}
      saved={saved}
    />
  );
}
