import type { Place } from '../../contract/navigation.ts';
import type { ShowNotification } from '../../contract/notification.ts';
import type { JsonFiles, LinesFiles } from '../../storage/files.ts';
import type { Clock } from '../clock.ts';
import type { SaveText } from '../desktop-port.ts';
import type { ChangeSettings } from '../settings.ts';
import type { AppStore } from '../state.ts';
import { type AlertActionParts, createAlertActions, createNotificationHandler } from './alert-actions.ts';
import { AlertMonitor, type AlertMonitorParts } from './alert-monitor.ts';
import { AlertDelivery } from './delivery.ts';
import { openHistoryFiles } from './history-files.ts';
import { createMemoryFile } from './memory-file.ts';

export type AlertParts = Pick<AlertActionParts, 'exportGuard'> &
  Pick<AlertMonitorParts, 'asOwned' | 'onLogged'> & {
    store: AppStore;
    clock: Clock;
    afterTurn: (run: () => void) => void;
    files: { history: LinesFiles; alerts: LinesFiles; memories: JsonFiles };
    notify: ShowNotification;
    newId: () => string;
    saveText: SaveText;
    changeSettings: ChangeSettings;
    navigate: (target: Place) => void;
  };

/** Creates the alert monitor, with the handlers of commands about alerts. */
export function openAlerts(parts: AlertParts) {
  const { store, clock, afterTurn, files, notify, newId, saveText, changeSettings, navigate, exportGuard } =
    parts;
  const historyFiles = openHistoryFiles(files.history);
  const onAction = createNotificationHandler({
    navigate,
    mute(id) {
      const { mutedSubUserIds } = store.getState().settings.alerts;
      if (mutedSubUserIds.includes(id)) return;
      changeSettings({ alerts: { mutedSubUserIds: [...mutedSubUserIds, id] } });
    },
  });
  const delivery = new AlertDelivery({
    clock,
    notify,
    onAction,
    settings: () => store.getState().settings.alerts,
    locale: () => store.getState().environment.locale,
  });
  const alerts = new AlertMonitor({
    store,
    clock,
    afterTurn,
    delivery,
    historyFiles,
    logs: files.alerts,
    ...(parts.onLogged !== undefined && { onLogged: parts.onLogged }),
    memories: createMemoryFile(files.memories),
    newId,
    asOwned: parts.asOwned,
  });
  const actions = createAlertActions({
    store,
    alerts,
    historyFiles,
    logs: files.alerts,
    notify,
    saveText,
    exportGuard,
  });
  return { alerts, actions, historyFiles };
}
