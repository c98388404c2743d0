import { Input, Label, TextField } from 'react-aria-components';

type TextBoxProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  problem?: string | undefined;
  hint?: string;
  /** The most characters. */
  most?: number;
};

/** Takes a short text, and shows what it is for or what is wrong with it. */
export function TextBox({ label, value, onChange, problem, hint, most = 100 }: TextBoxProps) {
  return (
    <TextField
      className="field"
      value={value}
      onChange={onChange}
      isInvalid={problem !== undefined}
      maxLength={most}
      autoComplete="off"
    >
      <Label>{label}</Label>
      <Input spellCheck="false" />
      {hint !== undefined && <p className="hint">{hint}</p>}
      {problem !== undefined && <p className="problem">{problem}</p>}
    </TextField>
  );
}
