/**
 * What a packaged app may be started with: our own switches, and those of Chromium that choose the profile, the keyring and
 * how windows are drawn.
 */
const known = new Set([
  'demo',
  'demo-sub-users',
  'demo-fault',
  'hidden',
  'show',
  'probe-keyring',
  'user-data-dir',
  'password-store',
  'lang',
  'ozone-platform',
  'ozone-platform-hint',
  'enable-wayland-ime',
  'gtk-version',
  'force-device-scale-factor',
  'disable-gpu',
  // Set by the app itself when it restarts.
  'restarted-at',
  // Set by Windows when it starts an app for a click on a notification.
  'embedding',
]);

/**
 * Returns the unknown switches by name, since a value may be a secret. An allowlist, because Chromium and Node know
 * hundreds, in several spellings, that open a debugger, disable the sandbox, trust any certificate or redirect traffic.
 */
export function unknownSwitches(words: readonly string[], platform: NodeJS.Platform): string[] {
  const prefix = platform === 'win32' ? /^(?:--?|\/)/ : /^--?/;
  return words
    .filter((word) => prefix.test(word))
    .map((word) => word.split('=', 1)[0] ?? word)
    .filter((word) => !known.has(word.replace(prefix, '').toLowerCase()));
}
