import { Group, Input, Label, NumberField, Text } from 'react-aria-components';

type FigureProps = {
  label: string;
  hint: string;
  value: number;
  onChange: (value: number) => void;
  /** More is made this. */
  most?: number;
  isDisabled?: boolean;
};

/** A number that is typed; NaN while the field is empty. It is told when the field is left, or by Enter. */
export function Figure({ label, hint, value, onChange, most, isDisabled = false }: FigureProps) {
  return (
    <NumberField
      className="field"
      value={value}
      onChange={onChange}
      minValue={0}
      {...(most !== undefined && { maxValue: most })}
      isDisabled={isDisabled}
      formatOptions={{ maximumFractionDigits: 9, useGrouping: false }}
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
