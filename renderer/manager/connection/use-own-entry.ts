import { useState } from 'react';
import { hostNameIn } from '../../../electron/contract/own-entry.ts';
import { current, useMirror } from '../mirror.ts';
import { useSaving } from '../settings/use-saving.ts';

/** Edits the name of the own entry: what is typed, the host name in it, and how to save that. */
export function useOwnEntry() {
  const kept = useMirror(({ settings }) => settings.ownEntry);
  const [typed, setTyped] = useState<string | null>(null);
  const { saved, save } = useSaving();
  const text = typed ?? kept ?? '';
  const name = hostNameIn(text);
  const isWrong = text.trim() !== '' && name === null;
  return {
    text,
    setText: setTyped,
    name,
    isWrong,
    saved,
    save() {
      if (isWrong) return;
      // Shown at once: until it is saved, the kept name is the old one, and a button beside the field would be disabled.
      setTyped(name ?? '');
      if (name !== current().settings.ownEntry) save({ ownEntry: name });
    },
  };
}
