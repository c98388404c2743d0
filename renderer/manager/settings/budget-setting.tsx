import { useId } from 'react';
import { Group, Input, Label, NumberField, Radio, RadioGroup } from 'react-aria-components';
import { mostGb } from '../../../electron/contract/bounds.ts';
import { say } from '../../../electron/text/say.ts';
import { useMirror } from '../mirror.ts';
import { SettingRow } from './setting-row.tsx';
import { useSaving } from './use-saving.ts';

/** Sets the budget: the plan, or another figure. A figure in the field chooses the latter. */
export function BudgetSetting() {
  const { budget, sizeGb } = useMirror((mirror) => mirror.settings.plan);
  const { saved, save } = useSaving();
  const hintId = useId();
  const field = useId();
  function choose(kind: string) {
    if (kind === 'plan') save({ plan: { budget: { kind } } });
    else if (sizeGb !== null) save({ plan: { budget: { kind: 'other', gb: sizeGb } } });
    else document.getElementById(field)?.focus();
  }
  function type(gb: number) {
    const none = Number.isNaN(gb) || gb === 0;
    save({ plan: { budget: none ? { kind: 'plan' } : { kind: 'other', gb } } });
  }
  return (
    <SettingRow
      words={[say('settings.budget'), say('settings.budgetGb'), say('settings.budgetHint')]}
      hint={say('settings.budgetHint')}
      hintId={hintId}
      saved={saved}
    >
      <div className="setting-field beside">
        <RadioGroup
          className="setting-tags"
          value={budget.kind === 'plan' ? 'plan' : 'other'}
          onChange={choose}
          aria-describedby={hintId}
        >
          <Label className="setting-label">{say('settings.budget')}</Label>
          <div className="radios">
            <Choice value="plan" name={say('settings.budget.plan')} />
            <Choice value="other" name={say('settings.budget.other')} />
          </div>
        </RadioGroup>
        <NumberField
          className="budget-field"
          aria-label={say('settings.budgetGb')}
          value={budget.kind === 'plan' ? Number.NaN : budget.gb}
          onChange={type}
          minValue={0}
          maxValue={mostGb}
          formatOptions={{ maximumFractionDigits: 9, useGrouping: false }}
        >
          <Group className="setting-control short">
            <Input id={field} />
          </Group>
        </NumberField>
      </div>
    </SettingRow>
  );
}

function Choice({ value, name }: { value: string; name: string }) {
  return (
    <Radio value={value} className="radio">
      <span className="radio-dot" aria-hidden="true" />
      {name}
    </Radio>
  );
}
