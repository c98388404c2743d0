import type { Forecast } from '../../../../electron/contract/forecast.ts';
import { bridge } from '../../../state/bridge.ts';
import { useRead } from '../../../state/use-read.ts';
import { useMirror } from '../../mirror.ts';

/** Returns where a sub-user's period will end, read again with each new list; null until it was read. */
export function useForecast(id: number): Forecast | null {
  const readAt = useMirror((mirror) => mirror.subUsers.readAt);
  return useRead(() => bridge.command('readForecast', { id }), `${id} ${readAt}`);
}
