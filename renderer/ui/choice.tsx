import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';

type ChoiceProps<Id extends string> = {
  label: string;
  names: Record<Id, string>;
  chosen: Id;
  onChange: (chosen: Id) => void;
};

/** One of a few, with its label beside it. */
export function Choice<Id extends string>({ label, names, chosen, onChange }: ChoiceProps<Id>) {
  const ids = Object.keys(names) as Id[];
  return (
    <Select
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
        <span aria-hidden="true">▾</span>
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
    </Select>
  );
}
