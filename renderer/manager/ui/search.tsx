import { Search as SearchIcon } from 'lucide-react';
import { Input, Label, SearchField } from 'react-aria-components';
import { say } from '../../../electron/text/say.ts';
import './search.css';

type SearchProps = { label: string; value: string; onChange: (value: string) => void };

/** Takes what to search for. */
export function Search({ label, value, onChange }: SearchProps) {
  return (
    <SearchField className="search" value={value} onChange={onChange}>
      <Label className="unseen">{label}</Label>
      <SearchIcon />
      <Input placeholder={say('action.search')} />
    </SearchField>
  );
}
