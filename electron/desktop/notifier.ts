import { app } from 'electron';
import type { ShowNotice } from '../contract/notice.ts';
import { electronNotifier } from './electron-notifier.ts';
import { sessionBusNotifier } from './session-bus-notifier.ts';

/** The same as in electron-builder.yml: Windows shows notifications only of an app that it knows by this name. */
const appId = 'io.github.oxygauge';

/** The system's own notifications. */
export function openNotifier(report: (what: string, error: unknown) => void): ShowNotice {
  if (process.platform === 'win32') app.setAppUserModelId(appId);
  return process.platform === 'linux' ? sessionBusNotifier(report) : electronNotifier();
}
