import { Check, Dot } from 'lucide-react';
import { useState } from 'react';
import { Button, Input, Label, TextField } from 'react-aria-components';
import { checkPassword, generatePassword, passwordLength } from '../../../electron/contract/password.ts';
import { say } from '../../../electron/text/say.ts';
import { passwordRuleText } from '../../../electron/text/sub-users.ts';
import { randomBelow } from './random.ts';

type PasswordFieldProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  optional: boolean;
};

/** Takes a sub-user's password, checks the vendor's rules while typing, and generates valid ones. */
export function PasswordField({ label, value, onChange, optional }: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  return (
    <TextField
      className="field"
      value={value}
      onChange={onChange}
      type={shown ? 'text' : 'password'}
      autoComplete="off"
      maxLength={passwordLength.most}
    >
      <Label>{label}</Label>
      <div className="with-buttons">
        <Input spellCheck="false" aria-describedby="password-rules" />
        <Button className="button" onPress={() => setShown(!shown)}>
          {shown ? say('action.hide') : say('action.show')}
        </Button>
        <Button
          className="button"
          onPress={() => {
            onChange(generatePassword(randomBelow));
            setShown(true);
          }}
        >
          {say('forms.generate')}
        </Button>
      </div>
      <ul className="rules" id="password-rules">
        {checkPassword(value).map(({ rule, met }) => (
          <li key={rule} className={met ? 'kept' : ''}>
            {met ? <Check /> : <Dot />} {passwordRuleText(rule)}
            <span className="unseen">
              {met ? say('forms.ruleKept') : optional && value === '' ? '' : say('forms.ruleOpen')}
            </span>
          </li>
        ))}
      </ul>
    </TextField>
  );
}
