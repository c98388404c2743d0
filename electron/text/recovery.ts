import { say } from './say.ts';

/** What went wrong in Oxygauge or in the system. */
export type Fault = 'fault' | 'notDrawn' | 'keptStopping' | 'tooManyFiles' | 'unresponsive';

/** Returns the text of a message box: what happened, and what to do. */
export function recoveryMessage(fault: Fault): { message: string; detail: string } {
  return { message: say(`recovery.${fault}`), detail: say(`recovery.${fault}Detail`) };
}

/** Returns why Oxygauge could not start. `code` is the system's; null for another kind of fault. */
export function cannotStartText(code: string | null, folder: string): string {
  return code === null
    ? say('recovery.cannotStartFault')
    : say('recovery.cannotStartFolder', { code, folder });
}

/**
 * Returns why Oxygauge refuses the switches that it was started with. An AppImage's launcher adds `--no-sandbox` where the
 * sandbox cannot work, so there it is not the user's.
 */
export function unknownSwitchesText(unknown: readonly string[], isAppImage: boolean): string {
  if (isAppImage && unknown.join() === '--no-sandbox') return say('recovery.noNamespaces');
  return say('recovery.unknownSwitches', { switches: unknown.join(', ') });
}
