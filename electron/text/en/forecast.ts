/** Where a period will end. */
export const forecast = {
  end: '{amount} by {day}',
  endThenUsedUp: '{end}, used up on {day}',
  earliest: 'at the earliest on {day}',
  usedUpEarliest: 'used up on {day} at the earliest',
} as const;
