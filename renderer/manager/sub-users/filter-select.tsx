import type { SubUserFilter } from '../../../electron/contract/settings.ts';
import { bridge } from '../../state/bridge.ts';
import { useMirror } from '../../state/mirror.ts';
import { Choice } from '../../ui/choice.tsx';

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
    <Choice
      label="Show"
      names={names}
      chosen={view.filter}
      onChange={(filter) => void bridge.command('changeSettings', { subUserView: { ...view, filter } })}
    />
  );
}
