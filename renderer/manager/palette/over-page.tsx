import { useEffect } from 'react';
import { showAccount } from '../accounts/show-account.ts';
import { current } from '../mirror.ts';
import { isTyping } from '../ui/typing.ts';
import { globalKey } from './keys.ts';
import { KeysDialog } from './keys-dialog.tsx';
import { Palette } from './palette.tsx';
import { showOver, useShownOver } from './shown.ts';

/** Shows the palette and the list of keys over any page, and takes the keys that open them. */
export function OverPage() {
  const shown = useShownOver();
  useEffect(() => {
    // Before the grid, which takes letters for the start of a name.
    document.addEventListener('keydown', takeKey, true);
    return () => {
      document.removeEventListener('keydown', takeKey, true);
      showOver(null);
    };
  }, []);
  const close = () => showOver(null);
  if (shown === 'palette') return <Palette onClose={close} />;
  return shown === 'keys' ? <KeysDialog onClose={close} /> : null;
}

function takeKey(event: KeyboardEvent): void {
  const wanted = globalKey(event, {
    isTyping: isTyping(event.target),
    platform: current().environment.platform,
  });
  // What is open over the page keeps the keys.
  if (wanted === null || document.querySelector('.overlay, .floating') !== null) return;
  event.preventDefault();
  event.stopPropagation();
  if (typeof wanted === 'object') showAccountAt(wanted.account);
  else if (wanted !== 'search') showOver(wanted);
  else focusSearch();
}

/** Shows an account by its place in the list, from 1 on. */
function showAccountAt(place: number): void {
  const row = current().accountList.rows[place - 1];
  if (row !== undefined) showAccount(row.key);
}

function focusSearch(): void {
  const field = document.querySelector<HTMLInputElement>('.search>input');
  if (field === null) showOver('palette');
  else field.select();
}
