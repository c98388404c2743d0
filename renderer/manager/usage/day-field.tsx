import { parseDate } from '@internationalized/date';
import { DateField, DateInput, DateSegment, Label } from 'react-aria-components';

type DayFieldProps = { label: string; value: string | null; onChange: (day: string | null) => void };

/** Edits a calendar day without a time zone, segment by segment. Days are `YYYY-MM-DD`. */
export function DayField({ label, value, onChange }: DayFieldProps) {
  return (
    <DateField
      className="field"
      value={value === null ? null : parseDate(value)}
      onChange={(day) => onChange(day === null ? null : day.toString())}
    >
      <Label>{label}</Label>
      <DateInput className="date-input">
        {(segment) => <DateSegment className="segment" segment={segment} />}
      </DateInput>
    </DateField>
  );
}
