/** The choice of a period. */
export const period = {
  period: 'Period',
  from: 'From',
  to: 'To',
  timeZone: 'Time zone',
  calendar: 'Choose in a calendar',
  previousMonth: 'Previous month',
  nextMonth: 'Next month',
  byHour: 'By the hour (at most 7 days)',
  chooseBoth: 'Choose both days.',
  wrongOrder: 'The first day is after the last. Choose an earlier one.',
  tooManyHours: 'Hourly data is limited to 7 days.',

  'name.24h': '24 hours',
  'name.week': '7 days',
  'name.month': '30 days',
  'name.current_month': 'This month',
  'name.lifetime': 'Lifetime',
  'name.custom': 'Custom',

  // The names are too long for a row of buttons.
  'short.24h': '24 h',
  'short.week': '7 d',
  'short.month': '30 d',
  'short.current_month': 'Month',
  'short.lifetime': 'Lifetime',
  'short.custom': 'Custom',
} as const;
