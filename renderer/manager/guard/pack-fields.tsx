import { Plus, X } from 'lucide-react';
import { Button, Input, Label, TextField } from 'react-aria-components';
import type { Pack } from '../../../electron/contract/guard.ts';
import { say } from '../../../electron/text/say.ts';
import { NumberField } from '../ui/number-field.tsx';
import { DayField } from '../usage/day-field.tsx';
import { newPack } from './rule-draft.ts';

type PackFieldsProps = { packs: readonly Pack[]; onChange: (packs: Pack[]) => void };

/** Edits the packs of a rule, each in a row. */
export function PackFields({ packs, onChange }: PackFieldsProps) {
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
      <Button className="button" onPress={() => onChange([...packs, newPack(Date.now())])}>
        <Plus aria-hidden="true" />
        {say('guard.addPack')}
      </Button>
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
  return (
    <fieldset className="pack" aria-label={say('guard.packNumber', { number: `${number}` })}>
      <NumberField
        label={say('guard.packGb')}
        hint=""
        value={gb}
        onChange={(next) => onChange({ gb: next })}
        onType={(next) => onChange({ gb: next })}
      />
      <DayField
        label={say('guard.packFrom')}
        value={from}
        onChange={(day) => day !== null && onChange({ from: day })}
      />
      <DayField
        label={say('guard.packExpires')}
        value={expires}
        onChange={(day) => day !== null && onChange({ expires: day })}
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
