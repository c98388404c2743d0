/** What messages to channels say beside the words of alerts, and the notification that one fails. */
export const channel = {
  someone: 'A sub-user',
  summary: '{count, plural, one {# message} other {# messages}} from Oxygauge',
  more: 'And {count, plural, one {# more} other {# more}}',
  testTitle: 'A test from Oxygauge',
  testText: 'Messages from Oxygauge arrive here.',
  failingTitle: '{name} has failed for an hour',
  failingBody: 'Messages to {host} do not arrive. Open Settings to see why.',
} as const;
