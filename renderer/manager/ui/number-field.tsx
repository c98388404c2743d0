import { NumberField as AriaNumberField, Group, Input, Label, Text } from 'react-aria-components';

type NumberFieldProps = {
  label: string;
  hint: string;
  value: number;
  onChange: (value: number) => void;
  /** Called with each number that is typed, before it is a change; NaN where it is none. */
  onType?: (typed: number) => void;
  onBlur?: () => void;
  /** A smaller number becomes this. */
  least?: number;
  /** A larger number becomes this. */
  most?: number;
  /** Rounds to its multiples. */
  step?: number;
  isDisabled?: boolean;
  /** Says what is wrong with the number, in place of the hint. */
  problem?: string | undefined;
};

/** Takes a number; NaN while the field is empty. It reports a change on blur and on Enter. */
export function NumberField({ label, hint, value, onChange, least = 0, ...others }: NumberFieldProps) {
  const { most, step, isDisabled = false, onType, onBlur, problem } = others;
  return (
    <AriaNumberField
      className="field"
      value={value}
      onChange={onChange}
      minValue={least}
      {...(most !== undefined && { maxValue: most })}
      {...(step !== undefined && { step })}
      {...(onBlur !== undefined && { onBlur })}
      isDisabled={isDisabled}
      isInvalid={problem !== undefined}
      formatOptions={{ maximumFractionDigits: 9, useGrouping: false }}
    >
      <Label>{label}</Label>
      <Group>
        <Input
          {...(onType !== undefined && {
            onInput: (event) => onType(typedNumber(event.currentTarget.value)),
          })}
        />
      </Group>
      <Text slot="description" className={problem === undefined ? 'hint' : 'problem'}>
        {problem ?? hint}
      </Text>
    </AriaNumberField>
  );
}

/** Reads a number while it is typed, with a point or a comma for the decimals. */
function typedNumber(text: string): number {
  return /^\s*\d+([.,]\d*)?\s*$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
}
