/** The account: how its sign-in is kept, and how it is erased. */
export const account = {
  'remembered.keyring': 'Kept by this computer’s keyring',
  'remembered.unprotected': 'Kept in a file without a keyring’s protection',
  'remembered.keyringSilent': 'In memory only: waiting for your keyring. Unlock it to stay signed in.',
  'remembered.noKeyring':
    'In memory only: this computer has no keyring, or it refused, so you will have to sign in again next time.',

  forgetTitle: 'Forget {username}?',
  forgetEffect:
    'Oxygauge signs you out and erases the saved sign-in, the traffic history, the alert log and the list of sub-users from this computer. Nothing changes at Oxylabs.',
  forget: 'Forget',

  rowsSetAside:
    '{count, plural, one {Oxygauge could not read # of the rows that Oxylabs sent, and left it out.} other {Oxygauge could not read # of the rows that Oxylabs sent, and left them out.}}',
} as const;
