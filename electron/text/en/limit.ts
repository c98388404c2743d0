/** What a sub-user may use. */
export const limit = {
  unlimited: 'Unlimited',
  blocked: 'Blocked',
} as const;
