import { useMemo, useState } from 'react';
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components';
import './options.css';

type Item = { id: string; name: string };

type ComboProps = {
  label: string;
  items: readonly Item[];
  /** Empty for none. */
  chosen: string;
  placeholder: string;
  onChange: (id: string) => void;
  problem?: string | undefined;
};

/** A longer list is narrowed by typing, and would only be slow. */
const mostShown = 60;

/** Chooses one of many by a part of its name. An empty field chooses none. */
export function Combo({ label, items, chosen, placeholder, onChange, problem }: ComboProps) {
  const nameOf = (id: string) => items.find((item) => item.id === id)?.name ?? id;
  const [typed, setTyped] = useState<string | null>(null);
  const shown = useMemo(() => {
    const wanted = (typed ?? '').trim().toLowerCase();
    const found = items.filter(({ name }) => name.toLowerCase().includes(wanted));
    return found.slice(0, mostShown);
  }, [items, typed]);
  return (
    <ComboBox
      className="field combo"
      items={shown}
      inputValue={typed ?? nameOf(chosen)}
      onInputChange={setTyped}
      onOpenChange={(isOpen) => setTyped(isOpen ? '' : null)}
      value={chosen === '' ? null : chosen}
      onChange={(key) => {
        setTyped(null);
        onChange(key === null ? '' : String(key));
      }}
      onBlur={() => {
        if (typed?.trim() === '') onChange('');
        setTyped(null);
      }}
      allowsEmptyCollection={false}
      menuTrigger="focus"
      isInvalid={problem !== undefined}
    >
      <Label>{label}</Label>
      <Input placeholder={placeholder} />
      {problem !== undefined && (
        <Text slot="description" className="problem">
          {problem}
        </Text>
      )}
      <Popover className="floating" maxHeight={300}>
        <ListBox className="options">
          {({ id, name }: Item) => (
            <ListBoxItem id={id} textValue={name} className="option">
              {name}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
