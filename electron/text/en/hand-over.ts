/** The logins of sub-users, for those who will use them. */
export const handOver = {
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
