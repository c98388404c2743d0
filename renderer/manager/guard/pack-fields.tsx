import { Plus, X } from 'lucide-react';
import { Button, Input, Label, TextField, useLocale } from 'react-aria-components';
import { areDays, mostPacks, type Pack } from '../../../electron/contract/guard.ts';
import { say } from '../../../electron/text/say.ts';
import { DayField } from '../usage/day-field.tsx';
import { BoundedNumber } from './bounded-number.tsx';
import { packBounds } from './bounds.ts';
import { newPack } from './rule-draft.ts';
import { useSaid } from './use-said.ts';

type PackFieldsProps = { packs: readonly Pack[]; onChange: (packs: Pack[]) => void };

/** Edits the packs of a rule, each in a row. */
export function PackFields({ packs, onChange }: PackFieldsProps) {
  const { locale } = useLocale();
  const isFull = packs.length >= mostPacks;
  const change = (id: string, part: Partial<Pack>) =>
    onChange(packs.map((pack) => (pack.id === id ? { ...pack, ...part } : pack)));
  return (
    <fieldset className="packs" aria-label={say('guard.packs')}>
      {packs.map((pack, index) => (
        <PackRow
          key={pack.id}
          pack={pack}
          number={index + 1}
          onChange={(part) => change(pack.id, part)}
          onRemove={() => onChange(packs.filter(({ id }) => id !== pack.id))}
        />
      ))}
      <div className="packs-foot">
        <Button
          className="button"
          isDisabled={isFull}
          onPress={() => onChange([...packs, newPack(Date.now())])}
        >
          <Plus aria-hidden="true" />
          {say('guard.addPack')}
        </Button>
        {packs.length === 0 && <span className="problem">{say('guard.noPack')}</span>}
        {isFull && <span className="hint">{say('guard.mostPacks', { count: mostPacks }, locale)}</span>}
      </div>
    </fieldset>
  );
}

type PackRowProps = {
  pack: Pack;
  number: number;
  onChange: (part: Partial<Pack>) => void;
  onRemove: () => void;
};

function PackRow({ pack, number, onChange, onRemove }: PackRowProps) {
  const { gb, from, expires, note, price } = pack;
  const days = useSaid(areDays(pack) ? undefined : say('guard.packEnds'));
  return (
    <fieldset className="pack" aria-label={say('guard.packNumber', { number: `${number}` })}>
      <BoundedNumber
        label={say('guard.packGb')}
        hint=""
        value={gb}
        bounds={packBounds}
        onChange={(next) => onChange({ gb: next })}
      />
      <DayField
        label={say('guard.packFrom')}
        value={from}
        onChange={(day) => day !== null && onChange({ from: day })}
        onBlur={days.onBlur}
      />
      <DayField
        label={say('guard.packExpires')}
        value={expires}
        onChange={(day) => day !== null && onChange({ expires: day })}
        onBlur={days.onBlur}
        problem={days.said}
      />
      <PackText
        label={say('guard.packNote')}
        value={note}
        most={100}
        onChange={(next) => onChange({ note: next })}
      />
      <PackText
        label={say('guard.packPrice')}
        value={price}
        most={40}
        onChange={(next) => onChange({ price: next })}
      />
      <Button
        className="icon-button"
        aria-label={say('guard.removePack', { number: `${number}` })}
        onPress={onRemove}
      >
        <X aria-hidden="true" />
      </Button>
    </fieldset>
  );
}

type PackTextProps = { label: string; value: string; most: number; onChange: (value: string) => void };

function PackText({ label, value, most, onChange }: PackTextProps) {
  return (
    <TextField className="field" value={value} maxLength={most} onChange={onChange}>
      <Label>{label}</Label>
      <Input />
    </TextField>
  );
}
