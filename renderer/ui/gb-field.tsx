import { Group, Input, Label, NumberField, Text } from 'react-aria-components';

type GbFieldProps = {
  label: string;
  hint: string;
  valueGb: number | null;
  onChange: (valueGb: number | null) => void;
};

/** Some GB, or none: an empty field is null. Kept when the field is left, or by Enter. */
export function GbField({ label, hint, valueGb, onChange }: GbFieldProps) {
  return (
    <NumberField
      className="field"
      value={valueGb ?? Number.NaN}
      onChange={(value) => onChange(Number.isNaN(value) ? null : value)}
      minValue={0}
      maxValue={1e9}
      formatOptions={{ maximumFractionDigits: 3, useGrouping: false }}
    >
      <Label>{label}</Label>
      <Group>
        <Input />
      </Group>
      <Text slot="description" className="hint">
        {hint}
      </Text>
    </NumberField>
  );
}
