/** The buttons of a notification, and the test of one. */
export const notification = {
  open: 'Open',
  'button.raise': 'Raise limit',
  'button.mute': 'Mute',
  'button.brake': 'Disable now',
  'button.put-back': 'Put back',
  ofAccount: '{account}: {title}',
  testTitle: 'Oxygauge: a test, {share}',
  testBody: 'Notifications from Oxygauge look like this.',
} as const;
