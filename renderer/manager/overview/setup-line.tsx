import { type FormEvent, useState } from 'react';
import { Button, Input, Label, NumberField } from 'react-aria-components';
import { say } from '../../../electron/text/say.ts';
import { useCommand } from '../../state/command.ts';
import { useMirror } from '../mirror.ts';
import { FailureBanner } from '../ui/failure-banner.tsx';

/** Remembers in the window's own storage that the line was dismissed. */
const dismissedKey = 'overview-setup-dismissed';

/** Asks once for the plan and the price, where no plan is set. Both stay in the settings. */
export function SetupLine() {
  const plan = useMirror((mirror) => mirror.settings.plan);
  const [dismissed, setDismissed] = useState(() => localStorage.getItem(dismissedKey) !== null);
  const [sizeGb, setSizeGb] = useState(Number.NaN);
  const [price, setPrice] = useState(plan.pricePerGb ?? Number.NaN);
  const save = useCommand('changeSettings');
  if (plan.sizeGb !== null || dismissed) return null;
  const valid = sizeGb > 0;
  function submit(event: FormEvent) {
    event.preventDefault();
    if (!valid) return;
    void save.run({ plan: { sizeGb, ...(price > 0 && { pricePerGb: price }) } });
  }
  function dismiss() {
    localStorage.setItem(dismissedKey, '1');
    setDismissed(true);
  }
  return (
    <form className="card setup-line" aria-label={say('overview.setup')} onSubmit={submit}>
      <p>{say('overview.setup')}</p>
      <Amount label={say('overview.setupPlan')} value={sizeGb} onChange={setSizeGb} />
      <Amount
        label={say('overview.setupPrice', { currency: plan.currency })}
        value={price}
        onChange={setPrice}
      />
      <Button type="submit" className="button primary" isDisabled={!valid} isPending={save.running}>
        {say('overview.setupSave')}
      </Button>
      <Button className="button" onPress={dismiss}>
        {say('overview.setupDismiss')}
      </Button>
      <FailureBanner failure={save.failure} />
    </form>
  );
}

type AmountProps = { label: string; value: number; onChange: (value: number) => void };

function Amount({ label, value, onChange }: AmountProps) {
  return (
    <NumberField
      className="field inline"
      value={value}
      onChange={onChange}
      minValue={0}
      formatOptions={{ maximumFractionDigits: 4, useGrouping: false }}
    >
      <Label>{label}</Label>
      <Input />
    </NumberField>
  );
}
