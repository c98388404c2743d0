import { Checkbox } from 'react-aria-components';

type FlagProps = { name: string; hint?: string; chosen: boolean; onChange: (chosen: boolean) => void };

/** A yes or no of a form, with what it means. */
export function Flag({ name, hint, chosen, onChange }: FlagProps) {
  return (
    <div className="flag">
      <Checkbox className="checkbox" aria-label={name} isSelected={chosen} onChange={onChange}>
        <span className="box" aria-hidden="true" />
        {name}
      </Checkbox>
      {hint !== undefined && <p className="hint flag-hint">{hint}</p>}
    </div>
  );
}
