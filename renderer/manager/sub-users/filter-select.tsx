import { say } from '../../../electron/text/say.ts';
import { bridge } from '../../state/bridge.ts';
import { useMirror } from '../mirror.ts';
import { Select } from '../ui/select.tsx';

/** Selects which sub-users are shown, and saves the choice. */
export function FilterSelect() {
  const view = useMirror((mirror) => mirror.settings.subUserView);
  return (
    <Select
      label={say('subUsers.filter')}
      names={{
        all: say('subUsers.filter.all'),
        active: say('subUsers.filter.active'),
        disabled: say('subUsers.filter.disabled'),
        'over-80': say('subUsers.filter.over-80'),
        'over-limit-running': say('subUsers.filter.over-limit-running'),
        unlimited: say('subUsers.filter.unlimited'),
        blocked: say('subUsers.filter.blocked'),
      }}
      chosen={view.filter}
      onChange={(filter) => void bridge.command('changeSettings', { subUserView: { ...view, filter } })}
    />
  );
}
