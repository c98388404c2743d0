import { useState } from 'react';
import { Button, Group, Input, Label, NumberField, Text } from 'react-aria-components';
import { bridge } from '../../state/bridge.ts';

/** What was bought, as the person says: the API does not tell it. */
export function PlanField({ planGb }: { planGb: number | null }) {
  const [typed, setTyped] = useState(planGb ?? Number.NaN);
  const valid = Number.isNaN(typed) || typed > 0;
  return (
    <div className="period">
      <NumberField
        className="field"
        value={typed}
        onChange={setTyped}
        minValue={0}
        formatOptions={{ maximumFractionDigits: 3, useGrouping: false }}
      >
        <Label>Plan (GB a month)</Label>
        <Group>
          <Input />
        </Group>
        <Text slot="description" className="hint">
          What you bought. Empty where you would not say.
        </Text>
      </NumberField>
      <Button
        className="button"
        isDisabled={!valid}
        onPress={() =>
          void bridge.command('changeSettings', { planGb: Number.isNaN(typed) || typed === 0 ? null : typed })
        }
      >
        Save
      </Button>
    </div>
  );
}
