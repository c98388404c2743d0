/** The frame around the manager's pages: sidebar, toolbar and status line. */
export const frame = {
  name: 'Oxygauge',
  pages: 'Pages',
  overview: 'Overview',
  'sub-users': 'Sub-users',
  alerts: 'Alerts',
  guard: 'Guard',
  connection: 'Connection',
  settings: 'Settings',
  demo: 'Demo',
  demoHint: 'A simulated account. Nothing here is real, and nothing is sent anywhere.',
  subUserCount: '{count, plural, one {# sub-user} other {# sub-users}}',
  alertCount: '{count, plural, one {# needs attention} other {# need attention}}',
  account: 'Account',
  moreActions: 'More actions',

  freshness: 'Freshness',
  refresh: 'Refresh',
  retry: 'Retry',
  refreshing: 'Refreshing…',
  loading: 'Loading…',
  notUpdated: 'Not updated yet',
  updated: 'Updated {age}',
  outdated: 'Outdated, last updated {age}',
  offline: 'Offline',
  nextSoon: 'next within a minute',
  next: 'next in {minutes, number} min',
  failing: 'The last refresh failed. {reason}',

  aboutSignIn: 'About the sign-in',
  prefixRemoved:
    'Oxygauge removed the prefix customer-, which only the proxy itself takes. You are signed in as {username}.',
  aboutRun: 'About this run',
  otherHost: 'Connected to {host} instead of Oxylabs.',
  bypassesProxy: 'The proxy set on this computer is Oxylabs’ own, which bills traffic. Oxygauge bypasses it.',
  noTray:
    'Oxygauge found no system tray on this desktop, so closing this window quits Oxygauge. On GNOME, install the AppIndicator extension.',
} as const;
