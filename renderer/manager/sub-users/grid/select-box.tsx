import { Checkbox, type CheckboxProps } from 'react-aria-components';

/** A checkbox without a text of its own: what it chooses is in its label for screen readers. */
export function SelectBox(props: CheckboxProps) {
  return (
    <Checkbox {...props} className="checkbox">
      <span className="box" aria-hidden="true" />
    </Checkbox>
  );
}
