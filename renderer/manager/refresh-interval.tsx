import { Button, Group, Input, Label, NumberField, Text } from 'react-aria-components';
import { bridge } from '../state/bridge.ts';
import { useMirror } from '../state/mirror.ts';

/** How often the figures are read again; the change is kept as soon as the field is left. */
export function RefreshInterval() {
  const minutes = useMirror((mirror) => mirror.settings?.refreshIntervalMinutes);
  if (minutes === undefined) return null;
  return (
    <NumberField
      className="number"
      minValue={1}
      maxValue={60}
      step={1}
      value={minutes}
      onChange={(chosen) => {
        // An emptied field is NaN: the setting stays, and the field shows it again.
        if (!Number.isNaN(chosen)) void bridge.command('changeSettings', { refreshIntervalMinutes: chosen });
      }}
    >
      <Label>Refresh every (minutes)</Label>
      <Group className="number-group">
        <Button slot="decrement">−</Button>
        <Input />
        <Button slot="increment">+</Button>
      </Group>
      <Text slot="description" className="hint">
        1 to 60. While the popover is open, every minute.
      </Text>
    </NumberField>
  );
}
