import { app } from 'electron';
import type { ShowNotification } from '../../contract/notification.ts';
import { electronNotifier } from './electron-notifier.ts';
import { sessionBusNotifier } from './session-bus-notifier.ts';

/** As in electron-builder.yml: Windows shows notifications only of an app that it knows by this name. */
const appId = 'io.github.oxygauge';

/** Opens the system's own notifications. */
export function openNotifier(report: (what: string, error: unknown) => void): ShowNotification {
  if (process.platform === 'win32') app.setAppUserModelId(appId);
  return process.platform === 'linux' ? sessionBusNotifier(report) : electronNotifier();
}
