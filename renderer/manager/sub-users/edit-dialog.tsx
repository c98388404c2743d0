import { useState } from 'react';
import { useLocale } from 'react-aria-components';
import type { CommandFailure } from '../../../electron/contract/failure.ts';
import { isPassword } from '../../../electron/contract/password.ts';
import { type SubUser, stateOf } from '../../../electron/contract/sub-user.ts';
import type { SubUserChanges } from '../../../electron/contract/sub-user-changes.ts';
import { describeFailure } from '../../../electron/text/failure.ts';
import { say } from '../../../electron/text/say.ts';
import { differences } from '../../../electron/text/sub-users.ts';
import { useCommand } from '../../state/command.ts';
import { Banner } from '../../ui/banner.tsx';
import { Message } from '../../ui/message.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { limitWords, offerUndo } from './change.ts';
import { LimitFields, type Limits, limitGbOf } from './limit-fields.tsx';
import type { Notices } from './notices.tsx';
import { PasswordDialog } from './password-dialog.tsx';
import { PasswordField } from './password-field.tsx';
import { useBytesQuestion } from './use-bytes-question.tsx';
import { WriteFailure } from './write-failure.tsx';

type EditDialogProps = {
  subUser: SubUser;
  /** A higher limit to fill in; null keeps the current one. */
  raiseToGb: number | null;
  notices: Notices;
  onClose: () => void;
};

/** Edits a sub-user. It sends only what changed, and never overwrites a change that was made elsewhere meanwhile. */
export function EditDialog({ subUser, raiseToGb, notices, onClose }: EditDialogProps) {
  const { locale } = useLocale();
  const [seen, setSeen] = useState(subUser);
  const [limits, setLimits] = useState(() => ({
    ...limitsOf(subUser),
    ...(raiseToGb !== null && { limitGb: raiseToGb }),
  }));
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState<string | null>(null);
  const [typedGb, setTypedGb] = useState<number | null>(null);
  const [isNewPassword, setNewPassword] = useState(false);
  const bytes = useBytesQuestion(limitGbOf(limits), (gb) => setLimits({ ...limits, limitGb: gb }));
  const update = useCommand('updateSubUser');
  const changes = changesOf(seen, limits, password);
  const passwordFits = password === '' || isPassword(password);
  const hasChanges = Object.keys(changes).length > 0;
  // A number field reports a change when it is left, which may be by the press on Save.
  const isTyping = typedGb !== null && !Object.is(typedGb, limitGbOf(limits));
  const complete = passwordFits && !Number.isNaN(limitGbOf(limits)) && hasChanges;

  async function submit() {
    // Kept until the next press: hiding it on blur would move the button under the pointer.
    setMissing(whatIsMissing(limits, complete));
    if (!complete || update.running) return;
    if (changes.limitGb !== undefined && bytes.asks()) return;
    const outcome = await update.run({ id: subUser.id, changes, seen: stateOf(seen) });
    if (outcome.ok && changes.password === undefined) {
      onClose();
      offerUndoOfLimit();
    } else if (outcome.ok) setNewPassword(true);
    // The next Save applies to the current state, and only if it has not changed again.
    else if (outcome.failure.kind === 'changed-on-server') setSeen(outcome.failure.now);
  }

  /** Other changes have no reverse that a toast could name. */
  function offerUndoOfLimit() {
    const { limitGb, ...others } = changes;
    if (limitGb == null || Object.keys(others).length > 0) return;
    offerUndo(seen, { limitGb }, limitWords(seen, limitGb, locale), notices);
  }

  if (isNewPassword) {
    const title = say('forms.newPassword', { username: subUser.username });
    return <PasswordDialog title={title} username={subUser.username} password={password} onClose={onClose} />;
  }
  return (
    <FormDialog
      title={say('forms.editName', { username: subUser.username })}
      submit={say('action.save')}
      onSubmit={submit}
      onClose={onClose}
      isPending={update.running}
      isDisabled={!passwordFits || !(hasChanges || isTyping)}
      isDirty={hasChanges || isTyping}
    >
      <LimitFields limits={limits} onChange={setLimits} onType={setTypedGb} />
      <PasswordField
        label={say('forms.newPasswordOptional')}
        value={password}
        onChange={setPassword}
        optional
      />
      {bytes.question}
      <Message tone="error" text={missing} />
      {update.failure?.kind === 'changed-on-server' ? (
        <Conflict failure={update.failure} opened={subUser} />
      ) : (
        <WriteFailure failure={update.failure} />
      )}
    </FormDialog>
  );
}

type ConflictProps = {
  failure: Extract<CommandFailure, { kind: 'changed-on-server' }>;
  /** The sub-user when the form was opened. */
  opened: SubUser;
};

/** Says what changed on the server meanwhile, and that the next press overwrites it. */
function Conflict({ failure, opened }: ConflictProps) {
  const { locale } = useLocale();
  return (
    <Banner tone="error">
      <p>{describeFailure(failure)}</p>
      <ul>
        {differences(opened, failure.now, locale).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>{say('forms.overwrite')}</p>
    </Banner>
  );
}

function whatIsMissing(limits: Limits, complete: boolean): string | null {
  if (complete) return null;
  if (Number.isNaN(limitGbOf(limits))) return say('forms.limitMissing');
  return say('forms.nothingChanged');
}

function limitsOf({ limit, lifetime, disablesAtLimit }: SubUser): Limits {
  return {
    limitGb: limit.kind === 'gb' ? limit.limitGb : limit.kind === 'blocked' ? 0 : Number.NaN,
    unlimited: limit.kind === 'unlimited',
    lifetime: lifetime ?? false,
    disablesAtLimit: disablesAtLimit ?? false,
  };
}

/** Returns the fields in which the form differs from the sub-user. */
function changesOf(seen: SubUser, limits: Limits, password: string): SubUserChanges {
  const before = limitsOf(seen);
  const limitGb = limitGbOf(limits);
  return {
    ...(!Object.is(limitGb, limitGbOf(before)) && { limitGb }),
    ...(limits.lifetime !== before.lifetime && { lifetime: limits.lifetime }),
    ...(limits.disablesAtLimit !== before.disablesAtLimit && { disablesAtLimit: limits.disablesAtLimit }),
    ...(password !== '' && { password }),
  };
}
