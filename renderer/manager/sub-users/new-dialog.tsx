import { useState } from 'react';
import { isPassword } from '../../../electron/contract/password.ts';
import { isNewSubUser, isUsername } from '../../../electron/contract/sub-user-changes.ts';
import { say } from '../../../electron/text/say.ts';
import { useCommand } from '../../state/command.ts';
import { Message } from '../../ui/message.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { LimitFields, type Limits, limitGbOf } from './limit-fields.tsx';
import { PasswordDialog } from './password-dialog.tsx';
import { PasswordField } from './password-field.tsx';
import { useBytesQuestion } from './use-bytes-question.tsx';
import { useUncertainPassword } from './use-uncertain-password.ts';
import { UsernameField } from './username-field.tsx';
import { WriteFailure } from './write-failure.tsx';

const fresh: Limits = { limitGb: Number.NaN, unlimited: false, lifetime: false, disablesAtLimit: true };

/** Creates a sub-user, and then offers its password. */
export function NewDialog({ onClose }: { onClose: () => void }) {
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [limits, setLimits] = useState(fresh);
  const [limitMissing, setLimitMissing] = useState(false);
  const [created, setCreated] = useState(false);
  const create = useCommand('createSubUser');
  const renewal = useUncertainPassword(create.failure);
  const limitGb = limitGbOf(limits);
  const bytes = useBytesQuestion(limitGb, (gb) => setLimits({ ...limits, limitGb: gb }));
  const { lifetime, disablesAtLimit } = limits;
  const wanted = { username, password, limitGb, lifetime, disablesAtLimit };
  // The limit is left out: a number field commits on blur, which is the press on the button.
  const named = isUsername(username) && isPassword(password);

  async function submit() {
    setLimitMissing(Number.isNaN(limitGb));
    if (!isNewSubUser(wanted) || create.running) return;
    if (bytes.asks()) return;
    const outcome = await create.run(wanted);
    if (outcome.ok) setCreated(true);
    else renewal.noteSent(username);
  }
  /** The sub-user is there, and only its password is not certain: it is set, and nothing is created again. */
  async function setUncertain(id: number) {
    if (isPassword(password) && (await renewal.set(id, password))) setCreated(true);
  }
  const there = renewal.idOf(username);

  if (created) {
    const title = say('forms.createdName', { username });
    return <PasswordDialog title={title} username={username} password={password} onClose={onClose} />;
  }
  const isDirty = username !== '' || password !== '' || limits !== fresh;
  return (
    <FormDialog
      title={say('subUsers.create')}
      submit={there === null ? say('forms.create') : say('forms.setPassword')}
      onSubmit={there === null ? submit : () => setUncertain(there)}
      onClose={onClose}
      isPending={create.running || renewal.running}
      isDisabled={!named}
      isDirty={isDirty}
    >
      <UsernameField value={username} onChange={setUsername} />
      <PasswordField label={say('forms.password')} value={password} onChange={setPassword} optional={false} />
      <LimitFields limits={limits} onChange={setLimits} />
      {bytes.question}
      {limitMissing && <Message tone="error" text={say('forms.limitMissing')} />}
      <WriteFailure failure={renewal.failure ?? create.failure} />
    </FormDialog>
  );
}
