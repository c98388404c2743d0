import type { EnvironmentView } from '../contract/snapshot.ts';
import { say } from './say.ts';

/** Returns the messages about this run: another host, a bypassed proxy, no tray. */
export function runTexts({ otherHost, bypassesProxy, trayShown }: EnvironmentView): string[] {
  return [
    ...(otherHost === null ? [] : [say('frame.otherHost', { host: otherHost })]),
    ...(bypassesProxy ? [say('frame.bypassesProxy')] : []),
    ...(trayShown ? [] : [say('frame.noTray')]),
  ];
}
