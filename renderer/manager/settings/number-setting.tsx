import { useId } from 'react';
import { Group, Input, Label, NumberField } from 'react-aria-components';
import { SettingRow } from './setting-row.tsx';
import type { Saved } from './use-saving.ts';

type NumberSettingProps = {
  label: string;
  hint: string;
  /** Null while nothing is set. */
  value: number | null;
  onChange: (value: number | null) => void;
  saved: Saved;
  /** A smaller number becomes this. */
  least?: number;
  /** A larger number becomes this. */
  most: number;
  /** Rounds to its multiples. */
  step?: number;
};

/** Edits a number, or nothing. It is saved on Enter and when the field is left. */
export function NumberSetting(props: NumberSettingProps) {
  const { label, hint, value, onChange, saved, least = 0, most, step } = props;
  const hintId = useId();
  return (
    <SettingRow words={[label, hint]} hint={hint} hintId={hintId} saved={saved}>
      <NumberField
        className="setting-field"
        value={value ?? Number.NaN}
        onChange={(typed) => onChange(Number.isNaN(typed) ? null : typed)}
        minValue={least}
        maxValue={most}
        {...(step !== undefined && { step })}
        formatOptions={{ maximumFractionDigits: 9, useGrouping: false }}
        aria-describedby={hintId}
      >
        <Label className="setting-label">{label}</Label>
        <Group className="setting-control short">
          <Input />
        </Group>
      </NumberField>
    </SettingRow>
  );
}
