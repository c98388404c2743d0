import { Plus } from 'lucide-react';
import { useLocale } from 'react-aria-components';
import type { SubUser } from '../../../electron/contract/sub-user.ts';
import { say } from '../../../electron/text/say.ts';
import { listCountText } from '../../../electron/text/sub-users.ts';
import { bridge } from '../../state/bridge.ts';
import { useMirror } from '../mirror.ts';
import { Search } from '../ui/search.tsx';
import { Toolbar } from '../ui/toolbar.tsx';
import { useSave } from '../ui/use-save.ts';
import { keepPageState } from '../view.ts';
import { ColumnsMenu } from './columns-menu.tsx';
import { FilterSelect } from './filter-select.tsx';
import type { Ask } from './open.ts';
import { rowsCsv } from './rows-csv.ts';

type SubUsersToolbarProps = { rows: readonly SubUser[]; search: string; onOpen: (ask: Ask) => void };

/** Names the page and the number of its rows, and holds what narrows them or adds to them. */
export function SubUsersToolbar({ rows, search, onOpen }: SubUsersToolbarProps) {
  const note = useCount(rows.length);
  const csv = useSave(() =>
    bridge.command('saveText', { suggestedName: say('subUsers.fileName'), text: rowsCsv(rows) }),
  );
  return (
    <Toolbar
      title={say('subUsers.title')}
      note={note}
      search={
        <Search
          label={say('subUsers.search')}
          value={search}
          onChange={(next) => keepPageState('subUsers', 'search', next)}
        />
      }
      actions={[
        { name: say('subUsers.create'), run: () => onOpen({ kind: 'new' }), icon: Plus, isPrimary: true },
      ]}
      more={[
        { name: say('action.exportCsv'), run: csv.run, isDisabled: csv.saving },
        { name: say('subUsers.import'), run: () => onOpen({ kind: 'import', file: null }) },
      ]}
      said={csv.said}
    >
      <FilterSelect />
      <ColumnsMenu />
    </Toolbar>
  );
}

/** Returns the number of sub-users, and of those in view if a search or filter leaves some out. */
function useCount(shown: number): string {
  const list = useMirror((mirror) => mirror.subUsers);
  const { locale } = useLocale();
  if (list.readAt === null) return say('action.readingList');
  return listCountText({ shown, count: list.subUsers.length, setAside: list.setAside }, locale);
}
