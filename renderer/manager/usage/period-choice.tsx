import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { say } from '../../../electron/text/say.ts';
import type { PeriodName } from './period.ts';

const usual: readonly PeriodName[] = ['current_month', 'week', '24h', 'month'];

type PeriodChoiceProps = { chosen: PeriodName; lifetime: boolean; onChange: (name: PeriodName) => void };

/** Chooses the period with one press. The whole life is offered for lifetime sub-users only. */
export function PeriodChoice({ chosen, lifetime, onChange }: PeriodChoiceProps) {
  const names: PeriodName[] = [...usual, ...(lifetime ? (['lifetime'] as const) : []), 'custom'];
  return (
    <ToggleButtonGroup
      className="segments"
      aria-label={say('period.period')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[chosen]}
      onSelectionChange={(keys) => {
        const name = names.find((each) => keys.has(each));
        if (name !== undefined) onChange(name);
      }}
    >
      {names.map((name) => (
        <ToggleButton key={name} id={name} className="segment-button" aria-label={say(`period.name.${name}`)}>
          {say(`period.short.${name}`)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
