import { useState } from 'react';
import { Button, Group, Input, Label, NumberField, Text } from 'react-aria-components';
import { bridge } from '../../state/bridge.ts';

/** What was bought, as the person says: the API does not tell it. */
export function PlanField({ planGb }: { planGb: number | null }) {
  const [typed, setTyped] = useState(planGb ?? Number.NaN);
  const valid = Number.isNaN(typed) || typed > 0;
  return (
    <NumberField
      className="field"
      value={typed}
      onChange={setTyped}
      minValue={0}
      formatOptions={{ maximumFractionDigits: 3, useGrouping: false }}
    >
      <Label>Plan (GB a month)</Label>
      <div className="plan">
        <Group>
          <Input />
        </Group>
        {/* Its own context: inside a number field a button is a stepper unless it says otherwise. */}
        <Button
          slot={null}
          className="button"
          isDisabled={!valid}
          onPress={() =>
            void bridge.command('changeSettings', {
              planGb: Number.isNaN(typed) || typed === 0 ? null : typed,
            })
          }
        >
          Save
        </Button>
      </div>
      <Text slot="description" className="hint">
        What you bought. Empty where you would not say.
      </Text>
    </NumberField>
  );
}
