import { useState } from 'react';
import { useLocale } from 'react-aria-components';
import { NumberField } from '../ui/number-field.tsx';
import { type Bounds, boundsProblem } from './bounds.ts';
import { useSaid } from './use-said.ts';

type BoundedNumberProps = {
  label: string;
  hint: string;
  value: number;
  bounds: Bounds;
  onChange: (value: number) => void;
};

/** Takes a number, and says what is wrong with it once it was typed. */
export function BoundedNumber({ label, hint, value, bounds, onChange }: BoundedNumberProps) {
  const { locale } = useLocale();
  const [isTyped, setTyped] = useState(false);
  const { said, onBlur } = useSaid(isTyped ? boundsProblem(value, bounds, locale) : undefined);
  function change(next: number) {
    setTyped(true);
    onChange(next);
  }
  return (
    <NumberField
      label={label}
      hint={hint}
      value={value}
      onChange={change}
      onType={change}
      onBlur={onBlur}
      problem={said}
    />
  );
}
