import { useLocale } from 'react-aria-components';
import { budgetQuestion } from '../../electron/contract/plan.ts';
import type { SettingsChange } from '../../electron/contract/settings.ts';
import { say } from '../../electron/text/say.ts';
import { formatLimitGb } from '../../electron/text/traffic.ts';
import { bridge } from '../state/bridge.ts';
import { Banner } from '../ui/banner.tsx';
import { useMirror } from './mirror.ts';

/** Asks once which figure is meant, where an earlier version had a plan and another budget. */
export function BudgetQuestion() {
  const plan = useMirror((mirror) => mirror.settings.plan);
  const { locale } = useLocale();
  const question = budgetQuestion(plan);
  if (question === null) return null;
  const { planGb, budgetGb } = question;
  const figures = { plan: formatLimitGb(planGb, locale), budget: formatLimitGb(budgetGb, locale) };
  const answer = (budget: NonNullable<SettingsChange['plan']>['budget']) =>
    void bridge.command('changeSettings', { plan: { budget } });
  return (
    <aside className="surroundings" aria-label={say('settings.question')}>
      <Banner tone="plain">
        <p>{say('settings.questionText', figures)}</p>
        <button type="button" className="button" onClick={() => answer({ kind: 'plan' })}>
          {say('settings.usePlan')}
        </button>
        <button type="button" className="button" onClick={() => answer({ kind: 'other', gb: budgetGb })}>
          {say('settings.keepBudget')}
        </button>
      </Banner>
    </aside>
  );
}
