import { useState } from 'react';
import { Button, Input, Label, TextField } from 'react-aria-components';
import { generatePassword } from '../../../electron/contract/password.ts';
import { passwordRules } from '../../../electron/contract/sub-user-changes.ts';
import { randomBelow } from './random.ts';

type PasswordFieldProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  optional: boolean;
};

/** A sub-user's password: the vendor's rules as one types, and a generator that keeps them all. */
export function PasswordField({ label, value, onChange, optional }: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  return (
    <TextField
      className="field"
      value={value}
      onChange={onChange}
      type={shown ? 'text' : 'password'}
      autoComplete="off"
      maxLength={64}
    >
      <Label>{label}</Label>
      <div className="with-buttons">
        <Input spellCheck="false" aria-describedby="password-rules" />
        <Button className="button" onPress={() => setShown(!shown)}>
          {shown ? 'Hide' : 'Show'}
        </Button>
        <Button
          className="button"
          onPress={() => {
            onChange(generatePassword(randomBelow));
            setShown(true);
          }}
        >
          Generate
        </Button>
      </div>
      <ul className="rules" id="password-rules">
        {passwordRules.map(({ name, holds, words }) => {
          const kept = holds(value);
          return (
            <li key={name} className={kept ? 'kept' : ''}>
              <span aria-hidden="true">{kept ? '✓' : '·'}</span> {words}
              <span className="unseen">{kept ? ': kept' : optional && value === '' ? '' : ': not yet'}</span>
            </li>
          );
        })}
      </ul>
    </TextField>
  );
}
