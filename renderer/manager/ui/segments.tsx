import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import './segments.css';

type SegmentsProps<Value extends string> = {
  label: string;
  /** The values in order, with their names. */
  names: Readonly<Record<Value, string>>;
  chosen: Value;
  onChange: (value: Value) => void;
};

/** Chooses one of a few values, all of which are in view. */
export function Segments<Value extends string>({ label, names, chosen, onChange }: SegmentsProps<Value>) {
  const values = Object.keys(names) as Value[];
  return (
    <ToggleButtonGroup
      className="segments"
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[chosen]}
      onSelectionChange={(keys) => {
        const next = values.find((value) => keys.has(value));
        if (next !== undefined) onChange(next);
      }}
    >
      {values.map((value) => (
        <ToggleButton key={value} id={value} className="segments-item">
          {names[value]}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
