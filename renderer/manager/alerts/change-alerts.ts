import type { SettingsChange } from '../../../electron/contract/settings.ts';
import { bridge } from '../../state/bridge.ts';

/** Changes the settings of alerts; they come back with the next snapshot. */
export function changeAlerts(change: NonNullable<SettingsChange['alerts']>): void {
  void bridge.command('changeSettings', { alerts: change });
}
