/** What a sub-user may use. */
export const limit = {
  unlimited: 'Unlimited',
  blocked: 'Blocked',
  // Within a sentence.
  'within.unlimited': 'unlimited',
  'within.blocked': 'blocked',
  'within.unknown': 'unknown',
} as const;
