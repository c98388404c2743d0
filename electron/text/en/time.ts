/** Ages, spans and days. */
export const time = {
  justNow: 'just now',
  minutesAgo: '{minutes, number} min ago',
  hoursAgo: '{hours, number} h ago',
  daysAgo: '{days, plural, one {# day} other {# days}} ago',
  seconds: '{seconds, number} s',
  minutes: '{minutes, number} min',
  hours: '{hours, number} h',
  fromTo: '{from} – {to}',
  updated: 'Updated {age}',
  outdated: 'Outdated, last updated {age}',
} as const;
