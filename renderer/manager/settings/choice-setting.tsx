import { Select } from '../ui/select.tsx';
import { SettingRow } from './setting-row.tsx';
import type { Saved } from './use-saving.ts';

type ChoiceSettingProps<Id extends string> = {
  label: string;
  names: Record<Id, string>;
  chosen: Id;
  onChange: (chosen: Id) => void;
  saved: Saved;
};

/** Selects one of a few options. */
export function ChoiceSetting<Id extends string>({ saved, ...select }: ChoiceSettingProps<Id>) {
  return (
    <SettingRow words={[select.label, ...Object.values<string>(select.names)]} saved={saved}>
      <div className="setting-field">
        <Select {...select} />
      </div>
    </SettingRow>
  );
}
