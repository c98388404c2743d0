/** What an account has used, in a line: the tray shows one for each. */
export const accountUse = {
  unnamed: 'Account {number}',
  starting: 'starting',
  signedOut: 'signed out',
  refused: 'signed out by Oxylabs',
  unknown: 'not known yet',
  stale: '{use} (outdated)',
  offline: '{use} (offline)',
  failing: '{use} (last refresh failed)',
} as const;
