import { parseDate } from '@internationalized/date';
import { DateField, DateInput, DateSegment, Label, Text } from 'react-aria-components';

type DayFieldProps = {
  label: string;
  value: string | null;
  onChange: (day: string | null) => void;
  onBlur?: () => void;
  /** Says what is wrong with the day. */
  problem?: string | undefined;
};

/** Edits a calendar day without a time zone, segment by segment. Days are `YYYY-MM-DD`. */
export function DayField({ label, value, onChange, onBlur, problem }: DayFieldProps) {
  return (
    <DateField
      className="field"
      value={value === null ? null : parseDate(value)}
      onChange={(day) => onChange(day === null ? null : day.toString())}
      {...(onBlur !== undefined && { onBlur })}
      isInvalid={problem !== undefined}
    >
      <Label>{label}</Label>
      <DateInput className="date-input">
        {(segment) => <DateSegment className="segment" segment={segment} />}
      </DateInput>
      {problem !== undefined && (
        <Text slot="description" className="problem">
          {problem}
        </Text>
      )}
    </DateField>
  );
}
