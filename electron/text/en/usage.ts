/** A sub-user's traffic over a period. */
export const usage = {
  usage: 'Usage',
  targets: 'Targets',
  statistics: 'Statistics of {username}',
  chart: 'Traffic of {username}, {period}',
  noTraffic: 'No data for this period.',
  noData: 'no data',
  step: '{when} · {traffic}',
  figures: 'Figures',
  limit: 'Limit',
  table: 'Traffic by time',
  time: 'Time',
  traffic: 'Traffic',
  csvTime: 'Time ({zone})',
  csvTraffic: 'Traffic (GB)',
  fileName: '{username} {period}.csv',
  vendorZone: 'time zone of Oxylabs',
  stepsSetAside:
    '{count, plural, one {Oxygauge could not read # step and left it out.} other {Oxygauge could not read # steps and left them out.}}',
} as const;
