/** What a packaged app is started with: our own switches, and of Chromium's those that choose the profile, the keyring and how windows are drawn. */
const known = new Set([
  'demo',
  'demo-sub-users',
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
  // The app's own, where it starts itself anew.
  'restarted-at',
  // Windows adds it where it starts an app for a click on a notification.
  'embedding',
]);

/**
 * The switches among the words that are none of these, by their names alone: a value may be a secret. Chromium and Node
 * know hundreds that open a debugger, end the sandbox, trust any certificate or send the traffic elsewhere, each in
 * several spellings, so that a list of the bad ones would never be whole.
 */
export function unknownSwitches(words: readonly string[], platform: NodeJS.Platform): string[] {
  const prefix = platform === 'win32' ? /^(?:--?|\/)/ : /^--?/;
  return words
    .filter((word) => prefix.test(word))
    .map((word) => word.split('=', 1)[0] ?? word)
    .filter((word) => !known.has(word.replace(prefix, '').toLowerCase()));
}
