import { type FormEvent, useState } from 'react';
import { Button, Input, Label, TextField } from 'react-aria-components';
import { describeFailure } from '../../../electron/contract/failure-text.ts';
import { newSubUserSchema, usernameRules } from '../../../electron/contract/sub-user-changes.ts';
import { bridge } from '../../state/bridge.ts';
import { useCommand } from '../../state/command.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { BytesQuestion } from './bytes-question.tsx';
import { doubtfulGb } from './doubtful.ts';
import { LimitFields, type Limits, limitGbOf } from './limit-fields.tsx';
import { PasswordField } from './password-field.tsx';
import { connectionText } from './texts.ts';

const fresh: Limits = { limitGb: Number.NaN, unlimited: false, lifetime: false, disablesAtLimit: true };

/** Creates a sub-user, and then offers the one and only chance to copy its password: the API never tells it. */
export function NewDialog({ onClose }: { onClose: () => void }) {
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [limits, setLimits] = useState(fresh);
  const [questioned, setQuestioned] = useState<number | null>(null);
  const [limitMissing, setLimitMissing] = useState(false);
  const [created, setCreated] = useState(false);
  const create = useCommand('createSubUser');
  const limitGb = limitGbOf(limits);
  const wanted = newSubUserSchema.safeParse({
    username,
    password,
    limitGb,
    lifetime: limits.lifetime,
    disablesAtLimit: limits.disablesAtLimit,
  });
  // Not the limit: a number field tells its figure when it is left, which the press on the button is.
  const named = newSubUserSchema
    .pick({ username: true, password: true })
    .safeParse({ username, password }).success;
  const badName = username !== '' && !usernameRules.pattern.test(username);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setLimitMissing(Number.isNaN(limitGb));
    if (!wanted.success || create.running) return;
    if (limitGb !== null && limitGb >= doubtfulGb && questioned !== limitGb) {
      setQuestioned(limitGb);
      return;
    }
    const outcome = await create.run(wanted.data);
    if (outcome.ok) setCreated(true);
  }

  if (created) return <Created username={username} password={password} onClose={onClose} />;
  return (
    <Dialog title="New sub-user" onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <TextField
          className="field"
          value={username}
          onChange={setUsername}
          isInvalid={badName}
          maxLength={usernameRules.most}
          autoComplete="off"
          autoFocus
        >
          <Label>Username</Label>
          <Input spellCheck="false" aria-describedby="username-rule" />
          <p className={badName ? 'problem' : 'hint'} id="username-rule">
            Letters, digits and underscores.
          </p>
        </TextField>
        <PasswordField label="Password" value={password} onChange={setPassword} optional={false} />
        <LimitFields limits={limits} onChange={setLimits} />
        {questioned !== null && questioned === limitGb && <BytesQuestion limitGb={questioned} />}
        {limitMissing && (
          <Notice tone="error">
            <p>Enter a traffic limit in GB, or choose Unlimited.</p>
          </Notice>
        )}
        {create.failure !== null && (
          <Notice tone="error">
            <p>{describeFailure(create.failure)}</p>
          </Notice>
        )}
        <div className="dialog-foot">
          <Button className="button" onPress={onClose}>
            Cancel
          </Button>
          <Button type="submit" className="button primary" isDisabled={!named} isPending={create.running}>
            Create
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

type CreatedProps = { username: string; password: string; onClose: () => void };

function Created({ username, password, onClose }: CreatedProps) {
  const [copied, setCopied] = useState<string | null>(null);
  async function copy(text: string, what: string) {
    const outcome = await bridge.command('copyText', { text, secret: true });
    setCopied(
      outcome.ok ? `${what} copied. It leaves the clipboard after a minute.` : 'It could not be copied.',
    );
  }
  return (
    <Dialog title={`${username} was created`} onClose={onClose}>
      <p>Copy its password now. Oxylabs never shows it again, and Oxygauge does not keep it.</p>
      <p role="status" className="hint">
        {copied}
      </p>
      <div className="dialog-foot">
        <Button
          className="button"
          onPress={() => void copy(connectionText(username, password), 'Connection')}
        >
          Copy connection
        </Button>
        <Button className="button" autoFocus onPress={() => void copy(password, 'Password')}>
          Copy password
        </Button>
        <Button className="button primary" onPress={onClose}>
          Done
        </Button>
      </div>
    </Dialog>
  );
}
