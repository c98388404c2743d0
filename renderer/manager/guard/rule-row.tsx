import { Shield } from 'lucide-react';
import { useState } from 'react';
import { Button, useLocale } from 'react-aria-components';
import type { GuardRuleView } from '../../../electron/contract/guard-view.ts';
import { ruleStateText, ruleText } from '../../../electron/text/guard.ts';
import { say } from '../../../electron/text/say.ts';
import { RulePaused } from './rule-paused.tsx';
import { type Change, RuleQuestion } from './rule-question.tsx';
import { useNameOf } from './use-name-of.ts';

type RuleRowProps = { view: GuardRuleView; onEdit: () => void };

/** Shows a rule: what it does, what it does now, and what can be done with it. */
export function RuleRow({ view, onEdit }: RuleRowProps) {
  const { locale } = useLocale();
  const nameOf = useNameOf();
  const [asked, setAsked] = useState<Change | null>(null);
  const { rule, setOff, waitsFor } = view;
  const isPulled = rule.kind === 'brake' || rule.kind === 'unusual-day';
  const title = say(`guard.kind.${rule.kind}`);
  const isOn = setOff !== null || view.asksFor.length > 0;
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
        <RulePaused view={view} />
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
