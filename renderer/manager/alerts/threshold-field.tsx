import { useState } from 'react';
import { FieldError, Input, Label, Text, TextField } from 'react-aria-components';
import { readThresholds, thresholdsText } from './thresholds.ts';

type ThresholdFieldProps = {
  label: string;
  hint: string;
  thresholds: readonly number[];
  onChange: (thresholds: number[]) => void;
};

/** Percentages in one line. They are kept when the field is left, or by Enter, if they can be read. */
export function ThresholdField({ label, hint, thresholds, onChange }: ThresholdFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const read = readThresholds(typed ?? '');
  function keep() {
    if (typed === null || !read.ok) return;
    setTyped(null);
    if (thresholdsText(read.value) !== thresholdsText(thresholds)) onChange(read.value);
  }
  return (
    <TextField
      className="field"
      value={typed ?? thresholdsText(thresholds)}
      onChange={setTyped}
      onBlur={keep}
      onKeyDown={(event) => event.key === 'Enter' && keep()}
      isInvalid={typed !== null && !read.ok}
      inputMode="numeric"
    >
      <Label>{label}</Label>
      <Input />
      <Text slot="description" className="hint">
        {hint}
      </Text>
      <FieldError className="problem">{read.ok ? '' : read.problem}</FieldError>
    </TextField>
  );
}
