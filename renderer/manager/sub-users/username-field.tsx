import { Input, Label, TextField } from 'react-aria-components';
import { usernameRules } from '../../../electron/contract/sub-user-changes.ts';
import { say } from '../../../electron/text/say.ts';

type UsernameFieldProps = { value: string; onChange: (value: string) => void };

/** Takes a new sub-user's name, and shows the vendor's rule for it. */
export function UsernameField({ value, onChange }: UsernameFieldProps) {
  const isInvalid = value !== '' && !usernameRules.pattern.test(value);
  return (
    <TextField
      className="field"
      value={value}
      onChange={onChange}
      isInvalid={isInvalid}
      maxLength={usernameRules.most}
      autoComplete="off"
      autoFocus
    >
      <Label>{say('forms.username')}</Label>
      <Input spellCheck="false" aria-describedby="username-rule" />
      <p className={isInvalid ? 'problem' : 'hint'} id="username-rule">
        {say('forms.usernameRule')}
      </p>
    </TextField>
  );
}
