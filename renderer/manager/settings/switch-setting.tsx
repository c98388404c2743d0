import { useId } from 'react';
import { Switch } from 'react-aria-components';
import { SettingRow } from './setting-row.tsx';
import type { Saved } from './use-saving.ts';

type SwitchSettingProps = {
  label: string;
  hint?: string;
  chosen: boolean;
  onChange: (chosen: boolean) => void;
  saved: Saved;
  isDisabled?: boolean;
};

/** Turns something on or off. */
export function SwitchSetting({
  label,
  hint,
  chosen,
  onChange,
  saved,
  isDisabled = false,
}: SwitchSettingProps) {
  const hintId = useId();
  return (
    <SettingRow words={[label, hint ?? '']} saved={saved} {...(hint !== undefined && { hint, hintId })}>
      <Switch
        className="setting-field setting-switch"
        isSelected={chosen}
        isDisabled={isDisabled}
        onChange={onChange}
        {...(hint !== undefined && { 'aria-describedby': hintId })}
      >
        <span className="setting-label">{label}</span>
        <span className="switch-track" aria-hidden="true" />
      </Switch>
    </SettingRow>
  );
}
