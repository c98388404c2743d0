/** The names that Oxygauge suggests for files, and the headings of the records that it exports. */
export const files = {
  alerts: 'Oxygauge alerts.csv',
  history: 'Oxygauge history.csv',
  autostart: 'Shows your Oxylabs traffic in the system tray',
  results: 'Oxygauge {task}.csv',
  connection: 'Oxygauge {name}.txt',
  handOver: 'Oxygauge logins.txt',
  handOverCsv: 'Oxygauge logins.csv',

  time: 'Time (UTC)',
  periodFrom: 'Period from',
  subUserId: 'Sub-user id',
  subUser: 'Sub-user',
  traffic: 'Traffic (GB)',
  id: 'Id',
  rule: 'Rule',
  alert: 'Alert',
  figures: 'Figures',
  notification: 'Notification',
} as const;
