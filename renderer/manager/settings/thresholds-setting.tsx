import { Plus, X } from 'lucide-react';
import { useId, useState } from 'react';
import { Button, FieldError, Input, Label, Tag, TagGroup, TagList, TextField } from 'react-aria-components';
import { say } from '../../../electron/text/say.ts';
import { SettingRow } from './setting-row.tsx';
import { readThresholds, thresholdsText } from './thresholds.ts';
import type { Saved } from './use-saving.ts';

type ThresholdsSettingProps = {
  label: string;
  hint: string;
  thresholds: readonly number[];
  onChange: (thresholds: number[]) => void;
  saved: Saved;
};

/** Edits percentages as chips: Delete or ✕ removes one, and the field behind them adds some. */
export function ThresholdsSetting({ label, hint, thresholds, onChange, saved }: ThresholdsSettingProps) {
  const hintId = useId();
  return (
    <SettingRow words={[label, hint]} hint={hint} hintId={hintId} saved={saved}>
      <div className="setting-field beside">
        <TagGroup
          className="setting-tags"
          aria-describedby={hintId}
          onRemove={(keys) => onChange(thresholds.filter((each) => !keys.has(each)))}
        >
          <Label className="setting-label">{label}</Label>
          <TagList className="chips" renderEmptyState={() => say('settings.noThresholds')}>
            {thresholds.map((percent) => (
              <Tag key={percent} id={percent} textValue={`${percent}`} className="chip">
                {percent}
                <Button slot="remove" className="chip-remove">
                  <X />
                </Button>
              </Tag>
            ))}
          </TagList>
        </TagGroup>
        <AddThreshold name={label} thresholds={thresholds} onChange={onChange} />
      </div>
    </SettingRow>
  );
}

type AddThresholdProps = Pick<ThresholdsSettingProps, 'thresholds' | 'onChange'> & { name: string };

function AddThreshold({ name, thresholds, onChange }: AddThresholdProps) {
  const [typed, setTyped] = useState('');
  const read = readThresholds(typed === '' ? '' : `${thresholdsText(thresholds)} ${typed}`);
  function add() {
    if (typed.trim() === '' || !read.ok) return;
    setTyped('');
    onChange(read.value);
  }
  return (
    <div className="chip-add">
      <TextField
        aria-label={say('settings.addPercentage', { name })}
        value={typed}
        onChange={setTyped}
        onKeyDown={(event) => event.key === 'Enter' && add()}
        isInvalid={!read.ok}
        inputMode="numeric"
      >
        <Input />
        <FieldError className="problem">{read.ok ? '' : read.problem}</FieldError>
      </TextField>
      <Button className="icon-button" aria-label={say('settings.add')} onPress={add}>
        <Plus />
      </Button>
    </div>
  );
}
