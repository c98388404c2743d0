/** The logins of sub-users, for those who will use them. */
export const handOver = {
  dialog:
    '{count, plural, one {Hand over the login of # sub-user} other {Hand over the logins of # sub-users}}',
  about: 'Entry, username, password and an example for each, for those who will use them.',
  withPasswords:
    '{count, plural, one {It holds # password in the clear. Send it in private, and delete it once it is used.} other {It holds # passwords in the clear. Send it in private, and delete it once it is used.}}',
  withoutPasswords: 'No password of these is kept on this computer, so it holds none.',
  as: 'As',
  'asName.text': 'Text',
  'asName.csv': 'CSV',
  copied: 'Copied.',
  copiedSecret: 'Copied with passwords. Oxygauge clears the clipboard after a minute.',
  saved: 'Saved.',
  savedSecret: 'Saved with passwords. Keep the file private.',
  copy: 'Copy',
  save: 'Save…',

  title: 'Oxylabs proxy logins, {day}',
  holdsPasswords: 'This text holds passwords. Send it in private, and delete it once it is used.',
  noPassword: 'not kept by Oxygauge',
  subUser: 'Sub-user',
  entry: 'Entry',
  host: 'Host',
  port: 'Port',
  login: 'Username',
  password: 'Password',
  url: 'URL',
  curl: 'Try it',
} as const;
