import { useState } from 'react';
import { useLocale } from 'react-aria-components';
import { describeFailure } from '../../../electron/text/failure.ts';
import { ruleText } from '../../../electron/text/guard.ts';
import { say } from '../../../electron/text/say.ts';
import { useCommand } from '../../state/command.ts';
import { Message } from '../../ui/message.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { DryRun } from './dry-run.tsx';
import { type RuleDraft, ruleOf } from './rule-draft.ts';
import { RuleFields } from './rule-fields.tsx';
import { SubUserChoice } from './sub-user-choice.tsx';
import { useNameOf } from './use-name-of.ts';

type RuleDialogProps = { first: RuleDraft; isNew: boolean; onClose: () => void };

/** Sets a rule, and shows meanwhile in a sentence what it will do. */
export function RuleDialog({ first, isNew, onClose }: RuleDialogProps) {
  const { locale } = useLocale();
  const [draft, setDraft] = useState(first);
  const set = useCommand('setGuardRule');
  const nameOf = useNameOf();
  const change = (part: Partial<RuleDraft>) => setDraft({ ...draft, ...part });
  const rule = ruleOf(draft);
  async function submit() {
    if (rule === null || set.running) return;
    const outcome = await set.run({ rule });
    if (outcome.ok) onClose();
  }
  const kind = say(`guard.kind.${draft.kind}`);
  return (
    <FormDialog
      title={isNew ? kind : say('guard.editTitle', { kind })}
      submit={say('guard.save')}
      onSubmit={submit}
      onClose={onClose}
      isPending={set.running}
      isDisabled={rule === null}
      isDirty={draft !== first}
      wide
    >
      <p className="hint">{say(`guard.about.${draft.kind}`)}</p>
      <RuleFields draft={draft} onChange={change} />
      <SubUserChoice chosen={draft.subUserIds} onChange={(subUserIds) => change({ subUserIds })} />
      {rule !== null && (
        <div className="rule-preview">
          <p>{ruleText(rule, nameOf, locale)}</p>
          <DryRun rule={rule} />
        </div>
      )}
      {set.failure !== null && <Message tone="error" text={describeFailure(set.failure)} />}
    </FormDialog>
  );
}
