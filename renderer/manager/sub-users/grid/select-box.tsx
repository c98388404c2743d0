import { Checkbox, type CheckboxProps } from 'react-aria-components';

/** Renders a checkbox without visible text. Its label for screen readers says what it selects. */
export function SelectBox(props: CheckboxProps) {
  return (
    <Checkbox {...props} className="checkbox">
      <span className="box" aria-hidden="true" />
    </Checkbox>
  );
}
