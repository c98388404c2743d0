import { app } from 'electron';
import type { EnvironmentView } from '../../contract/snapshot.ts';
import { usableLocale } from './locale.ts';

type KnownBefore = Pick<EnvironmentView, 'demo' | 'texts' | 'keyring' | 'otherHost' | 'storage'>;

/** Returns what is known about the run and the machine at start. A tray counts as shown until it is found missing. */
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
