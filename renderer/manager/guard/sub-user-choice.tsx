import { useMemo, useState } from 'react';
import { useLocale } from 'react-aria-components';
import { say } from '../../../electron/text/say.ts';
import { useMirror } from '../mirror.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { Search } from '../ui/search.tsx';

/** A longer list is narrowed by the search. */
const mostShown = 60;

type SubUserChoiceProps = { chosen: readonly number[]; onChange: (chosen: number[]) => void };

/** Chooses the sub-users of a rule: those that are chosen come first. The main user is not offered. */
export function SubUserChoice({ chosen, onChange }: SubUserChoiceProps) {
  const { locale } = useLocale();
  const list = useMirror((mirror) => mirror.subUsers.subUsers);
  const main = useMirror(({ session }) => (session.kind === 'signed-in' ? session.username : null));
  const [search, setSearch] = useState('');
  const [first] = useState(() => new Set(chosen));
  const shown = useMemo(() => {
    const wanted = search.trim().toLowerCase();
    const listed = new Set(list.map(({ id }) => id));
    // One that was deleted is in the rule until it is taken out.
    const gone = [...first].filter((id) => !listed.has(id)).map((id) => ({ id, username: `${id}` }));
    const found = [...gone, ...list].filter(
      ({ username }) => username !== main && username.toLowerCase().includes(wanted),
    );
    const order = ({ id }: { id: number }) => (first.has(id) ? 0 : 1);
    return found.sort((one, other) => order(one) - order(other)).slice(0, mostShown);
  }, [list, main, search, first]);
  return (
    <fieldset className="sub-user-choice">
      <legend>{say('guard.subUsers')}</legend>
      <div className="choice-head">
        <Search label={say('guard.subUsers')} value={search} onChange={setSearch} />
        <span className="hint">{say('guard.chosen', { count: chosen.length }, locale)}</span>
      </div>
      <div className="choice-list">
        {shown.map(({ id, username }) => (
          <Checkbox
            key={id}
            name={username}
            chosen={chosen.includes(id)}
            onChange={(isChosen) =>
              onChange(isChosen ? [...chosen, id] : chosen.filter((each) => each !== id))
            }
          />
        ))}
      </div>
    </fieldset>
  );
}
