import { Shield } from 'lucide-react';
import { useState } from 'react';
import { Button, useLocale } from 'react-aria-components';
import type { GuardRuleView } from '../../../electron/contract/guard-view.ts';
import { describeFailure } from '../../../electron/text/failure.ts';
import { ruleStateText, ruleText } from '../../../electron/text/guard.ts';
import { say } from '../../../electron/text/say.ts';
import { useCommand } from '../../state/command.ts';
import { type Change, RuleQuestion } from './rule-question.tsx';
import { useNameOf } from './use-name-of.ts';

type RuleRowProps = { view: GuardRuleView; onEdit: () => void };

/** Shows a rule: what it does, what it does now, and what can be done with it. */
export function RuleRow({ view, onEdit }: RuleRowProps) {
  const { locale } = useLocale();
  const nameOf = useNameOf();
  const [asked, setAsked] = useState<Change | null>(null);
  const { rule, setOff, pausedIds, waitsFor } = view;
  const isPulled = rule.kind === 'brake' || rule.kind === 'unusual-day';
  const title = say(`guard.kind.${rule.kind}`);
  const isOn = setOff !== null || view.asksFor.length > 0;
  const resume = useCommand('resumeGuard');
  return (
    <li className="rule" aria-label={title}>
      <Shield aria-hidden="true" className={isOn ? 'rule-icon on' : 'rule-icon'} />
      <div className="rule-words">
        <p>
          <strong>{title}</strong>
          <span className={waitsFor === null ? 'rule-state' : 'rule-state waits'}>
            {ruleStateText(view, locale)}
          </span>
        </p>
        <p className="rule-sentence">{ruleText(rule, nameOf, locale)}</p>
        {resume.failure !== null && (
          <p className="problem" role="alert">
            {describeFailure(resume.failure)}
          </p>
        )}
        {pausedIds.length > 0 && (
          <p className="rule-paused">
            {say('guard.paused', { count: pausedIds.length }, locale)}
            {pausedIds.slice(0, 5).map((id) => (
              <Button key={id} className="quiet-link" onPress={() => void resume.run({ id })}>
                {say('guard.resume', { name: nameOf(id) ?? `${id}` })}
              </Button>
            ))}
          </p>
        )}
      </div>
      <span className="rule-actions">
        {isPulled && (
          <Button className="button" onPress={() => setAsked(setOff === null ? 'pull' : 'put-back')}>
            {say(setOff === null ? 'guard.stopNow' : 'guard.putBack')}
          </Button>
        )}
        <Button className="button" onPress={onEdit}>
          {say('subUsers.edit')}
        </Button>
        <Button className="button" onPress={() => setAsked('remove')}>
          {say('guard.remove')}
        </Button>
      </span>
      {asked !== null && <RuleQuestion change={asked} view={view} onClose={() => setAsked(null)} />}
    </li>
  );
}
