import { Figure } from './figure.tsx';

type GbFieldProps = {
  label: string;
  hint: string;
  valueGb: number | null;
  onChange: (valueGb: number | null) => void;
};

/** Some GB of a setting, or none: an empty field is null. */
export function GbField({ label, hint, valueGb, onChange }: GbFieldProps) {
  return (
    <Figure
      label={label}
      hint={hint}
      value={valueGb ?? Number.NaN}
      most={1e9}
      onChange={(value) => onChange(Number.isNaN(value) ? null : value)}
    />
  );
}
