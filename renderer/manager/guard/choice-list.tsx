import { useMemo, useState } from 'react';
import { Button, useLocale } from 'react-aria-components';
import { mostRuleSubUsers } from '../../../electron/contract/guard.ts';
import { say } from '../../../electron/text/say.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { Search } from '../ui/search.tsx';
import { type ChoicePart, choiceOf, type Named, withAll } from './choice.ts';

type ChoiceListProps = {
  list: readonly Named[];
  /** The main user, who is not offered; null where the list has none. */
  main: string | null;
  chosen: readonly number[];
  onChange: (chosen: number[]) => void;
};

/** Chooses sub-users out of a list: those that are chosen come first at each search. */
export function ChoiceList({ list, main, chosen, onChange }: ChoiceListProps) {
  const { locale } = useLocale();
  const [{ search, first }, setAsked] = useState(() => ({ search: '', first: new Set(chosen) }));
  const { kept, found, matching } = useMemo(
    () => choiceOf(list, { main, first, search }),
    [list, main, first, search],
  );
  const now = useMemo(() => new Set(chosen), [chosen]);
  const parts = { chosen: now, onChange };
  return (
    <fieldset className="sub-user-choice">
      <legend>{say('guard.subUsers')}</legend>
      <div className="choice-head">
        <Search
          label={say('guard.subUsers')}
          value={search}
          onChange={(next) => setAsked({ search: next, first: now })}
        />
        <span className="hint" aria-live="polite">
          {say('guard.chosen', { count: chosen.length }, locale)}
        </span>
        {search.trim() !== '' && matching.length > 1 && <AllOf {...parts} matching={matching} />}
      </div>
      {chosen.length > mostRuleSubUsers && (
        <p className="problem">{say('guard.mostChosen', { count: mostRuleSubUsers }, locale)}</p>
      )}
      {kept.rows.length > 0 && (
        <Part {...parts} part={kept} label={say('guard.chosenBefore')} more="guard.moreChosen" />
      )}
      {(found.rows.length > 0 || matching.length === 0) && (
        <Part {...parts} part={found} label={say('guard.notChosen')} more="guard.moreFound" />
      )}
    </fieldset>
  );
}

type Chosen = { chosen: ReadonlySet<number>; onChange: (chosen: number[]) => void };

/** Chooses all that the search finds, or none of them where all are chosen. */
function AllOf({ chosen, matching, onChange }: Chosen & { matching: readonly number[] }) {
  const { locale } = useLocale();
  const count = matching.length;
  if (matching.every((id) => chosen.has(id))) {
    const found = new Set(matching);
    return (
      <Button className="button" onPress={() => onChange([...chosen].filter((id) => !found.has(id)))}>
        {say('guard.chooseNone', { count }, locale)}
      </Button>
    );
  }
  const all = withAll([...chosen], matching);
  return (
    <>
      <Button className="button" isDisabled={all === null} onPress={() => all !== null && onChange(all)}>
        {say('guard.chooseAll', { count }, locale)}
      </Button>
      {all === null && (
        <span className="hint">{say('guard.mostChosen', { count: mostRuleSubUsers }, locale)}</span>
      )}
    </>
  );
}

type PartProps = Chosen & {
  part: ChoicePart;
  label: string;
  /** Says how many more there are. */
  more: 'guard.moreChosen' | 'guard.moreFound';
};

function Part({ part: { rows, more: count }, label, more, chosen, onChange }: PartProps) {
  const { locale } = useLocale();
  return (
    <fieldset className="choice-part" aria-label={label}>
      <div className="choice-list">
        {rows.map(({ id, username }) => (
          <Checkbox
            key={id}
            name={username}
            chosen={chosen.has(id)}
            onChange={(isChosen) =>
              onChange(isChosen ? [...chosen, id] : [...chosen].filter((each) => each !== id))
            }
          />
        ))}
      </div>
      {rows.length === 0 && <p className="hint">{say('palette.none')}</p>}
      {count > 0 && <p className="hint choice-more">{say(more, { count }, locale)}</p>}
    </fieldset>
  );
}
