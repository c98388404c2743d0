import type { ConnectionOrder, ConnectionPreview } from '../../../electron/contract/connection.ts';
import { bridge } from '../../state/bridge.ts';
import { useRead } from '../../state/use-read.ts';
import { useMirror } from '../mirror.ts';

/** Asks main what the text would be, at each change. It asks again with `round`, such as after a password was forgotten. */
export function usePreview(order: ConnectionOrder, round: number): ConnectionPreview | null {
  const ownEntry = useMirror((mirror) => mirror.settings.ownEntry);
  return useRead(() => bridge.command('previewConnection', order), JSON.stringify([order, ownEntry, round]));
}
