import { Input, Label, TextField } from 'react-aria-components';

type TextBoxProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  problem?: string | undefined;
  placeholder?: string;
};

/** Takes a short text, and shows what is wrong with it. */
export function TextBox({ label, value, onChange, problem, placeholder = '' }: TextBoxProps) {
  return (
    <TextField
      className="field"
      value={value}
      onChange={onChange}
      isInvalid={problem !== undefined}
      maxLength={100}
      autoComplete="off"
    >
      <Label>{label}</Label>
      <Input spellCheck="false" placeholder={placeholder} />
      {problem !== undefined && <p className="problem">{problem}</p>}
    </TextField>
  );
}
