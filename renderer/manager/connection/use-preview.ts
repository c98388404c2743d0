import { useEffect, useState } from 'react';
import type { ConnectionOrder, ConnectionPreview } from '../../../electron/contract/connection.ts';
import { bridge } from '../../state/bridge.ts';
import { useMirror } from '../mirror.ts';

/** Asks main what the text would be, at each change. It asks again with `round`, such as after a password was forgotten. */
export function usePreview(order: ConnectionOrder, round: number): ConnectionPreview | null {
  const [preview, setPreview] = useState<ConnectionPreview | null>(null);
  const ownEntry = useMirror((mirror) => mirror.settings.ownEntry);
  const asked = JSON.stringify(order);
  // biome-ignore lint/correctness/useExhaustiveDependencies: an equal order is the same one, and the two others change its text.
  useEffect(() => {
    let isOver = false;
    void bridge.command('previewConnection', order).then((outcome) => {
      if (!isOver && outcome.ok) setPreview(outcome.value);
    });
    return () => {
      isOver = true;
    };
  }, [asked, ownEntry, round]);
  return preview;
}
