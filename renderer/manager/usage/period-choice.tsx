import { useEffect, useRef } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { say } from '../../../electron/text/say.ts';
import { isTyping } from '../ui/typing.ts';
import '../ui/segments.css';
import type { PeriodName } from './period.ts';

const usual: readonly PeriodName[] = ['current_month', 'week', '24h', 'month'];

type PeriodChoiceProps = { chosen: PeriodName; lifetime: boolean; onChange: (name: PeriodName) => void };

/** Chooses the period with one press, or by the digit of its place. The whole life is offered for lifetime sub-users only. */
export function PeriodChoice({ chosen, lifetime, onChange }: PeriodChoiceProps) {
  const names: PeriodName[] = [...usual, ...(lifetime ? (['lifetime'] as const) : []), 'custom'];
  const group = useDigitKeys((place) => {
    const name = names[place - 1];
    if (name !== undefined) onChange(name);
  });
  return (
    <ToggleButtonGroup
      ref={group}
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
        <ToggleButton key={name} id={name} className="segments-item" aria-label={say(`period.name.${name}`)}>
          {say(`period.short.${name}`)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

/** Takes digits anywhere in the details, except where the user types. In the grid, they begin a name. */
function useDigitKeys(take: (digit: number) => void) {
  const group = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const details = group.current?.closest<HTMLElement>('.panel');
    function pressed({ key, target, ctrlKey, altKey, metaKey }: KeyboardEvent) {
      if (/^[1-9]$/.test(key) && !isTyping(target) && !ctrlKey && !altKey && !metaKey) take(Number(key));
    }
    details?.addEventListener('keydown', pressed);
    return () => details?.removeEventListener('keydown', pressed);
  }, [take]);
  return group;
}
