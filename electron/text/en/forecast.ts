/** Where a period will end. */
export const forecast = {
  end: '{amount} by {day}',
  endThenLimit: '{end}, limit on {day}',
  endThenBudget: '{end}, budget on {day}',
  endThenUsedUp: '{end}, used up on {day}',
  range: '{low} to {high}',
  earliest: 'at the earliest on {day}',
  usedUpEarliest: 'used up on {day} at the earliest',
} as const;
