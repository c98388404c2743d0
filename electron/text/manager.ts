import type { EnvironmentView } from '../contract/snapshot.ts';

export const managerTexts = {
  aboutSignIn: 'About the sign-in',
  aboutRun: 'About this run',
} as const;

/** Returns the message that a pasted username had the proxy's prefix. */
export function prefixRemovedText(username: string): string {
  return `Oxygauge removed the prefix customer-, which only the proxy itself takes. You are signed in as ${username}.`;
}

/** Returns the messages about this run: another host, a bypassed proxy, no tray. */
export function runTexts({ otherHost, bypassesProxy, trayShown }: EnvironmentView): string[] {
  return [
    ...(otherHost === null ? [] : [`Connected to ${otherHost} instead of Oxylabs.`]),
    ...(bypassesProxy
      ? ['The proxy set on this computer is Oxylabs’ own, which bills traffic. Oxygauge bypasses it.']
      : []),
    ...(trayShown
      ? []
      : [
          'Oxygauge found no system tray on this desktop, so closing this window quits Oxygauge. On GNOME, install the AppIndicator extension.',
        ]),
  ];
}
