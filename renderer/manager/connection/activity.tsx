import { useState } from 'react';
import { useLocale } from 'react-aria-components';
import { activityBounds } from '../../../electron/contract/activity-bounds.ts';
import { say } from '../../../electron/text/say.ts';
import { useMirror } from '../mirror.ts';
import { FailureBanner } from '../ui/failure-banner.tsx';
import { Search } from '../ui/search.tsx';
import { shownEntries } from './activity-rows.ts';
import { ActivityTable } from './activity-table.tsx';
import { useActivity } from './use-activity.ts';
import './activity.css';

/** Shows the last requests to the API, and what came of each. */
export function Activity() {
  const { entries, failure } = useActivity();
  const nameOf = useNames();
  const [filter, setFilter] = useState('');
  const { locale } = useLocale();
  if (entries === null && failure === null) return <p className="hint">{say('action.reading')}</p>;
  const all = entries ?? [];
  const shown = shownEntries(all, filter, nameOf);
  const count = all.length;
  return (
    <div className="activity">
      <div className="activity-head">
        <Search label={say('activity.filter')} value={filter} onChange={setFilter} />
        <span role="status" className="hint">
          {shown.length === count
            ? say('activity.count', { count }, locale)
            : say('activity.countOf', { shown: shown.length, count }, locale)}
        </span>
      </div>
      {failure !== null && <FailureBanner failure={failure} />}
      <ActivityTable entries={shown} nameOf={nameOf} />
      {shown.length === 0 && <Empty none={count === 0} />}
      <p className="hint">{say('activity.intro', { most: activityBounds.entries }, locale)}</p>
    </div>
  );
}

function Empty({ none }: { none: boolean }) {
  if (!none) return <p className="activity-empty hint">{say('activity.noMatch')}</p>;
  return (
    <div className="activity-empty">
      <h2>{say('activity.none')}</h2>
      <p className="hint">{say('activity.noneHint')}</p>
    </div>
  );
}

/** Returns a function that names a sub-user of the list. */
function useNames(): (id: number) => string | null {
  const subUsers = useMirror((mirror) => mirror.subUsers.subUsers);
  const known = names.get(subUsers) ?? new Map(subUsers.map(({ id, username }) => [id, username]));
  names.set(subUsers, known);
  return (id) => known.get(id) ?? null;
}

/** One index for each list: a filter looks up each row. */
const names = new WeakMap<object, ReadonlyMap<number, string>>();
