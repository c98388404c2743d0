import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';
import { type SubUserFilter, subUserFilterSchema } from '../../../electron/contract/settings.ts';
import { bridge } from '../../state/bridge.ts';
import { useMirror } from '../../state/mirror.ts';

const names = {
  all: 'All',
  active: 'Active',
  disabled: 'Disabled',
  'over-80': 'Over 80 %',
  'over-limit-running': 'Over limit and still running',
  unlimited: 'Unlimited',
  blocked: 'Blocked',
} satisfies Record<SubUserFilter, string>;

/** Which sub-users are shown. The choice is remembered. */
export function FilterSelect() {
  const view = useMirror((mirror) => mirror.settings?.subUserView);
  if (view === undefined) return null;
  return (
    <Select
      className="select"
      value={view.filter}
      onChange={(key) => {
        const filter = subUserFilterSchema.parse(key);
        void bridge.command('changeSettings', { subUserView: { ...view, filter } });
      }}
    >
      <Label>Show</Label>
      <Button className="button">
        <SelectValue />
        <span aria-hidden="true">▾</span>
      </Button>
      <Popover className="floating">
        <ListBox className="options">
          {Object.entries(names).map(([id, name]) => (
            <ListBoxItem key={id} id={id} className="option">
              {name}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
