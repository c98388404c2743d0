import { ChevronDown } from 'lucide-react';
import {
  Select as AriaSelect,
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
} from 'react-aria-components';
import './options.css';
import './select.css';

type SelectProps<Id extends string> = {
  label: string;
  names: Record<Id, string>;
  chosen: Id;
  onChange: (chosen: Id) => void;
};

/** Selects one of a few options, with its label beside it. */
export function Select<Id extends string>({ label, names, chosen, onChange }: SelectProps<Id>) {
  const ids = Object.keys(names) as Id[];
  return (
    <AriaSelect
      className="select"
      value={chosen}
      onChange={(key) => {
        const id = ids.find((each) => each === key);
        if (id !== undefined) onChange(id);
      }}
    >
      <Label>{label}</Label>
      <Button className="button">
        <SelectValue />
        <ChevronDown />
      </Button>
      <Popover className="floating">
        <ListBox className="options">
          {ids.map((id) => (
            <ListBoxItem key={id} id={id} className="option">
              {names[id]}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
