import { Search } from 'lucide-react';
import { Button } from 'react-aria-components';
import { say } from '../../../electron/text/say.ts';
import { KeyCaps } from './key-caps.tsx';
import { showOver } from './shown.ts';
import './palette.css';

/** Opens the palette, and shows its key. */
export function PaletteButton() {
  return (
    <Button className="button palette-button" onPress={() => showOver('palette')}>
      <Search aria-hidden="true" />
      <span>{say('palette.open')}</span>
      <KeyCaps keys="mod+K" />
    </Button>
  );
}
