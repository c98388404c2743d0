import { filterNames, subUsersTexts } from '../../../electron/text/sub-users.ts';
import { bridge } from '../../state/bridge.ts';
import { useMirror } from '../mirror.ts';
import { Select } from '../ui/select.tsx';

/** Selects which sub-users are shown, and saves the choice. */
export function FilterSelect() {
  const view = useMirror((mirror) => mirror.settings.subUserView);
  return (
    <Select
      label={subUsersTexts.filter}
      names={filterNames}
      chosen={view.filter}
      onChange={(filter) => void bridge.command('changeSettings', { subUserView: { ...view, filter } })}
    />
  );
}
