import { useId } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components';

type CheckboxProps = { name: string; hint?: string; chosen: boolean; onChange: (chosen: boolean) => void };

/** Takes a yes or no, with a hint that says what it means. */
export function Checkbox({ name, hint, chosen, onChange }: CheckboxProps) {
  const hintId = useId();
  return (
    <div className="checkbox-field">
      <AriaCheckbox
        className="checkbox"
        aria-label={name}
        isSelected={chosen}
        onChange={onChange}
        {...(hint !== undefined && { 'aria-describedby': hintId })}
      >
        <span className="box" aria-hidden="true" />
        {name}
      </AriaCheckbox>
      {hint !== undefined && (
        <p className="hint checkbox-hint" id={hintId}>
          {hint}
        </p>
      )}
    </div>
  );
}
