import { type FormEvent, useState } from 'react';
import { Button } from 'react-aria-components';
import { describeFailure } from '../../../electron/contract/failure-text.ts';
import type { SubUser } from '../../../electron/contract/sub-user.ts';
import { passwordRules, type SubUserChanges } from '../../../electron/contract/sub-user-changes.ts';
import { useCommand } from '../../state/command.ts';
import { useMirror } from '../../state/mirror.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { BytesQuestion } from './bytes-question.tsx';
import { doubtfulGb } from './doubtful.ts';
import { LimitFields, type Limits, limitGbOf } from './limit-fields.tsx';
import { PasswordField } from './password-field.tsx';
import { differences } from './texts.ts';

type EditDialogProps = {
  subUser: SubUser;
  /** A higher limit that is filled in; null: the form begins as the sub-user is. */
  raiseToGb: number | null;
  onClose: () => void;
};

/** Changes a sub-user: only what changed is sent, and not over a change that somebody else made meanwhile. */
export function EditDialog({ subUser, raiseToGb, onClose }: EditDialogProps) {
  const locale = useMirror((mirror) => mirror.environment?.locale) ?? 'en';
  const [seen, setSeen] = useState(subUser);
  const [limits, setLimits] = useState(() => ({
    ...limitsOf(subUser),
    ...(raiseToGb !== null && { limitGb: raiseToGb }),
  }));
  const [password, setPassword] = useState('');
  const [questioned, setQuestioned] = useState<number | null>(null);
  const [missing, setMissing] = useState<string | null>(null);
  const update = useCommand('updateSubUser');
  const changes = changesOf(seen, limits, password);
  const passwordFits = password === '' || passwordRules.every(({ holds }) => holds(password));
  const complete = passwordFits && !Number.isNaN(limitGbOf(limits)) && Object.keys(changes).length > 0;
  const conflict = update.failure?.kind === 'changed-on-server' ? update.failure.now : null;

  async function submit(event: FormEvent) {
    event.preventDefault();
    // It stays until the next press: what goes away while the field is left would move the button under the pointer.
    setMissing(whatIsMissing(limits, complete));
    if (!complete || update.running) return;
    const { limitGb } = changes;
    if (typeof limitGb === 'number' && limitGb >= doubtfulGb && questioned !== limitGb) {
      setQuestioned(limitGb);
      return;
    }
    const { status, limit, disablesAtLimit, lifetime } = seen;
    const outcome = await update.run({
      id: subUser.id,
      changes,
      seen: { status, limit, disablesAtLimit, lifetime },
    });
    if (outcome.ok) onClose();
    // The next Save is on top of what it is now, and only if it is still that.
    else if (outcome.failure.kind === 'changed-on-server') setSeen(outcome.failure.now);
  }

  return (
    <Dialog title={`Edit ${subUser.username}`} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <LimitFields limits={limits} onChange={setLimits} />
        <PasswordField label="New password (optional)" value={password} onChange={setPassword} optional />
        {questioned !== null && questioned === limitGbOf(limits) && <BytesQuestion limitGb={questioned} />}
        {missing !== null && (
          <Notice tone="error">
            <p>{missing}</p>
          </Notice>
        )}
        {update.failure !== null && (
          <Notice tone="error">
            <p>{describeFailure(update.failure)}</p>
            {conflict !== null && (
              <>
                <ul>
                  {differences(subUser, conflict, locale).map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
                <p>Press Save again to make your changes all the same.</p>
              </>
            )}
          </Notice>
        )}
        <div className="dialog-foot">
          <Button className="button" onPress={onClose}>
            Cancel
          </Button>
          <Button
            type="submit"
            className="button primary"
            isDisabled={!passwordFits}
            isPending={update.running}
          >
            Save
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function whatIsMissing(limits: Limits, complete: boolean): string | null {
  if (complete) return null;
  if (Number.isNaN(limitGbOf(limits))) return 'Enter a traffic limit in GB, or choose Unlimited.';
  return 'Nothing was changed.';
}

function limitsOf({ limit, lifetime, disablesAtLimit }: SubUser): Limits {
  return {
    limitGb: limit.kind === 'gb' ? limit.limitGb : limit.kind === 'blocked' ? 0 : Number.NaN,
    unlimited: limit.kind === 'unlimited',
    lifetime: lifetime ?? false,
    disablesAtLimit: disablesAtLimit ?? false,
  };
}

/** What the form says that the sub-user is not. */
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
