import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { useMirror } from '../../../state/mirror.ts';

/** What can be done with the chosen ones; each opens a dialog that says what will happen. */
export const manyActions = {
  limit: 'Set a limit',
  add: 'Add GB',
  enable: 'Enable',
  disable: 'Disable',
  'disable-at-limit': 'Disable at limit',
  'run-beyond-limit': 'Do not disable at limit',
  delete: 'Delete',
} as const;
export type ManyAction = keyof typeof manyActions;

type SelectionBarProps = { count: number; onAction: (action: ManyAction) => void; onClear: () => void };

/** Says how many are chosen, and offers what can be done with them. */
export function SelectionBar({ count, onAction, onClear }: SelectionBarProps) {
  const locale = useMirror((mirror) => mirror.environment?.locale) ?? 'en';
  const busy = useMirror(({ job }) => job?.state === 'running' || job?.state === 'cancelling');
  if (count === 0) return null;
  return (
    <section className="selection" aria-label="Selection">
      <p role="status">{count.toLocaleString(locale)} selected</p>
      <MenuTrigger>
        <Button className="button" isDisabled={busy}>
          Change selected <span aria-hidden="true">▾</span>
        </Button>
        <Popover className="floating" placement="bottom end">
          <Menu className="options" onAction={(key) => onAction(key as ManyAction)}>
            {(Object.keys(manyActions) as ManyAction[]).map((action) => (
              <MenuItem key={action} id={action} className={action === 'delete' ? 'option danger' : 'option'}>
                {manyActions[action]}
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
      <Button className="button" onPress={onClear}>
        Clear
      </Button>
    </section>
  );
}
