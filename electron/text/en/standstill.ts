/** The notifications that the traffic cannot be watched, and when it can again. */
export const standstill = {
  title: 'Oxygauge cannot watch your traffic',
  signedOut: 'You are signed out. Sign in again.',
  failing: 'Every refresh has failed for an hour. {why}',
  noFigure: 'No total for a day. See the Oxylabs dashboard for your traffic.',
  againTitle: 'Oxygauge watches your traffic again',
  again: 'The figures are up to date.',
} as const;
