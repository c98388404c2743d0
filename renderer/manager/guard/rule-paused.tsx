import { useState } from 'react';
import { Button, useLocale } from 'react-aria-components';
import type { GuardRuleView } from '../../../electron/contract/guard-view.ts';
import { say } from '../../../electron/text/say.ts';
import { ResumeDialog } from './resume-dialog.tsx';
import { useNameOf } from './use-name-of.ts';
import { useResume } from './use-resume.ts';

/** More are chosen in a dialog. */
const mostButtons = 5;

/** Says for how many sub-users a rule pauses, with a way to resume each. */
export function RulePaused({ view: { rule, pausedIds } }: { view: GuardRuleView }) {
  const { locale } = useLocale();
  const nameOf = useNameOf();
  const resume = useResume();
  const [isOpen, setOpen] = useState(false);
  const isShort = pausedIds.length <= mostButtons;
  return (
    <>
      {resume.problem !== null && (
        <p className="problem" role="alert">
          {resume.problem}
        </p>
      )}
      {pausedIds.length > 0 && (
        <p className="rule-paused">
          {say('guard.paused', { count: pausedIds.length }, locale)}
          {isShort &&
            pausedIds.map((id) => (
              <Button key={id} className="quiet-link" onPress={() => void resume.run([id])}>
                {say('guard.resume', { name: nameOf(id) ?? `${id}` })}
              </Button>
            ))}
          {!isShort && (
            <Button className="quiet-link" onPress={() => setOpen(true)}>
              {say('guard.resumeMany')}
            </Button>
          )}
        </p>
      )}
      {isOpen && pausedIds.length > 0 && (
        <ResumeDialog kind={rule.kind} ids={pausedIds} onClose={() => setOpen(false)} />
      )}
    </>
  );
}
