import { app } from 'electron';
import { usableLocale } from '../contract/locale.ts';
import type { EnvironmentView } from '../contract/snapshot.ts';

type KnownBefore = Pick<EnvironmentView, 'demo' | 'keyring' | 'otherHost' | 'storage'>;

/** What is known of the run and of the machine when the app starts: it is taken that a tray is there until one is missed. */
export function environmentAtStart(known: KnownBefore): EnvironmentView {
  const { platform } = process;
  return {
    ...known,
    version: app.getVersion(),
    locale: usableLocale([app.getSystemLocale(), app.getLocale()]),
    platform: platform === 'darwin' || platform === 'win32' ? platform : 'linux',
    bypassesProxy: false,
    trayShown: true,
  };
}
