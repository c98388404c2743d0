/** The page that signs in. */
export const signIn = {
  title: 'Sign in to Oxylabs',
  lead: 'Use the main proxy user of your account: the first one in the dashboard’s list of users. It is not the email address that opens the dashboard.',
  username: 'Username',
  password: 'Password',
  showPassword: 'Show what is typed',
  hidePassword: 'Hide what is typed',
  usernameMissing: 'Enter the username.',
  passwordMissing: 'Enter the password.',
  retry: 'Try the saved password again',
  signingIn: 'Signing in…',
  demo: 'Try the demo',
  demoHint: 'No account needed. Nothing is sent, and your own sign-in stays as it is.',
  leaveDemo: 'Leave the demo',
  email:
    'This looks like your dashboard email. Use the main proxy user instead, such as customer_abc: the first one in the dashboard’s list of users.',
  changeUsername: 'Change the username',
  keepUsername: 'Sign in with it anyway',
  dashboard: 'Open the Oxylabs dashboard',
  noKeyring:
    'This computer has no keyring to keep a password in. Oxygauge keeps the sign-in in memory, so you will have to sign in again next time.',
  keep: 'Stay signed in without a keyring',
  keepHint:
    'Oxygauge then writes the password to a file of yours, scrambled but not protected. Anyone who can read your files can read it.',

  'ended.refused':
    'Oxylabs refused the saved sign-in twice. If the password was changed, sign in with the new one.',
  'ended.secret-unreadable':
    'The saved password cannot be read any more, since this computer’s keyring is a different one. Sign in again.',
  'ended.keyring-silent':
    'Waiting for your keyring. Unlock it and Oxygauge signs in, or sign in for this run.',
} as const;
