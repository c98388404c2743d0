import { useMemo, useState } from 'react';
import { Button, useLocale } from 'react-aria-components';
import { continents } from '../../../electron/contract/connection.ts';
import { say } from '../../../electron/text/say.ts';
import { Combo } from '../ui/combo.tsx';
import { Select } from '../ui/select.tsx';
import { countries } from './countries.ts';
import type { ChoiceProps } from './entry-fields.tsx';
import { TextBox } from './text-box.tsx';

/** Chooses where requests leave the network. What is used seldom is folded away while it is empty. */
export function PlaceFields({ choice, onChange, problem }: ChoiceProps) {
  const { locale } = useLocale();
  const known = useMemo(() => countries(locale), [locale]);
  const [unfolded, setUnfolded] = useState(false);
  const narrow = [choice.state, choice.postalCode, choice.asn, choice.continent];
  const shown = unfolded || narrow.some((value) => value !== '');
  return (
    <>
      <div className="beside">
        <Combo
          label={say('connection.country')}
          items={known}
          chosen={choice.country}
          placeholder={say('connection.anyCountry')}
          onChange={(country) => onChange({ country })}
          problem={problem('country')}
        />
        <TextBox
          label={say('connection.city')}
          value={choice.city}
          onChange={(city) => onChange({ city })}
          problem={problem('city')}
        />
      </div>
      {shown ? (
        <Narrower choice={choice} onChange={onChange} problem={problem} />
      ) : (
        <Button className="quiet-link at-start" onPress={() => setUnfolded(true)}>
          {say('connection.morePlaces')}
        </Button>
      )}
    </>
  );
}

function Narrower({ choice, onChange, problem }: ChoiceProps) {
  const names = Object.fromEntries(continents.map((code) => [code, say(`connection.continentName.${code}`)]));
  return (
    <>
      <div className="beside">
        <TextBox
          label={say('connection.state')}
          value={choice.state}
          onChange={(state) => onChange({ state })}
          problem={problem('state')}
        />
        <TextBox
          label={say('connection.postalCode')}
          value={choice.postalCode}
          onChange={(postalCode) => onChange({ postalCode })}
          problem={problem('postalCode')}
        />
      </div>
      <div className="beside">
        <TextBox
          label={say('connection.asn')}
          value={choice.asn}
          onChange={(asn) => onChange({ asn })}
          problem={problem('asn')}
        />
        <div className="field">
          <Select
            label={say('connection.continent')}
            names={{ '': say('connection.anyContinent'), ...names }}
            chosen={choice.continent}
            onChange={(continent) => onChange({ continent })}
          />
          {problem('continent') !== undefined && <p className="problem">{problem('continent')}</p>}
        </div>
      </div>
    </>
  );
}
