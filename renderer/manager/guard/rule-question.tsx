import { Button, useLocale } from 'react-aria-components';
import type { GuardRuleView } from '../../../electron/contract/guard-view.ts';
import { describeFailure } from '../../../electron/text/failure.ts';
import { say } from '../../../electron/text/say.ts';
import { useCommand } from '../../state/command.ts';
import { Message } from '../../ui/message.tsx';
import { Dialog, DialogFoot } from '../ui/dialog.tsx';
import { NameList } from '../ui/name-list.tsx';
import { RemovalPreview } from './removal-preview.tsx';
import { useNameOf } from './use-name-of.ts';

/** What a user can do with a rule, each after a question. */
export type Change = 'pull' | 'put-back' | 'remove';

const commands = {
  pull: 'pullGuardRule',
  'put-back': 'putBackGuardRule',
  remove: 'removeGuardRule',
} as const;
const mostNames = 20;

type RuleQuestionProps = { change: Change; view: GuardRuleView; onClose: () => void };

/** Asks before many are disabled or put back, or a rule goes, and names whom it is about. */
export function RuleQuestion({ change, view, onClose }: RuleQuestionProps) {
  const { rule, setOff } = view;
  const { locale } = useLocale();
  const nameOf = useNameOf();
  const command = useCommand(commands[change]);
  const ids = change === 'put-back' ? (setOff?.ids ?? []) : rule.subUserIds;
  const named = ids.map((id) => ({ id, username: nameOf(id) ?? `${id}` }));
  const count = ids.length;
  const titles = {
    pull: say('guard.stopTitle', { count }, locale),
    'put-back': say('guard.putBackTitle', { count }, locale),
    remove: say('guard.removeTitle'),
  };
  const verbs = { pull: say('guard.stopNow'), 'put-back': say('guard.putBack'), remove: say('guard.remove') };
  async function confirm() {
    const outcome = await command.run({ rule: rule.id });
    if (outcome.ok) onClose();
  }
  return (
    <Dialog title={titles[change]} onClose={onClose} role="alertdialog">
      {change === 'remove' && <RemovalPreview view={view} />}
      {change !== 'remove' && (
        <p>
          <NameList subUsers={named} most={mostNames} />
        </p>
      )}
      {change === 'put-back' && <p className="hint">{say('guard.putBackHint')}</p>}
      {command.failure !== null && <Message tone="error" text={describeFailure(command.failure)} />}
      <DialogFoot onCancel={onClose} focusesCancel>
        <Button
          className={change === 'put-back' ? 'button primary' : 'button danger'}
          isPending={command.running}
          onPress={() => void confirm()}
        >
          {verbs[change]}
        </Button>
      </DialogFoot>
    </Dialog>
  );
}
