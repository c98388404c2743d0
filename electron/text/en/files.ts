/** The names that Oxygauge suggests for files. */
export const files = {
  alerts: 'Oxygauge alerts.csv',
  history: 'Oxygauge history.csv',
  subUsers: 'Sub-users.csv',
  results: 'Oxygauge {task}.csv',
} as const;
