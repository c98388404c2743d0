/** Alerts: the notifications, the log and the summaries. */
export const alert = {
  account: 'Your account',

  'used.limit': '{name}: {share} of the limit used',
  'used.budget': '{name}: {share} of the budget used',
  soFar: '{used} of {limit}.',
  'reaches.limit': '{used} of {limit}. At this rate the limit is reached on {day}.',
  'reaches.budget': '{used} of {limit}. At this rate the budget is reached on {day}.',

  'runsOut.limit': '{name}: predicted to run out on {day}',
  'runsOut.budget': '{name}: the budget is predicted to run out on {day}',
  'runsOutBody.limit':
    '{used} of {limit} ({share}). At this rate the limit does not last until the period ends.',
  'runsOutBody.budget':
    '{used} of {limit} ({share}). At this rate the budget does not last until the period ends.',
  'runsOutEarlier.limit':
    '{used} of {limit} ({share}). At this rate the limit does not last until the period ends. It may be used up by {earliest}.',
  'runsOutEarlier.budget':
    '{used} of {limit} ({share}). At this rate the budget does not last until the period ends. It may be used up by {earliest}.',

  unusualToday: '{name}: {used} today',
  unusualSince: '{name}: {used} since {moment}',
  unusualBody: '{share} of the usual {usual} a day.',
  unusualBodySince: '{share} of the usual: up to {usual} in that time.',
  unusualFromNone: 'Far more than usual. A normal day has {usual}.',

  overLimit: '{name}: over limit, not stopped ({share})',
  overLimitBody:
    '{used} of {limit}. Oxylabs keeps this sub-user running at its limit, and bills its traffic.',

  disabled: '{name}: disabled by Oxylabs',
  disabledBody: 'This sub-user can use no traffic until you enable it.',
  disabledUsed: 'This sub-user used {used}, and cannot use any more until you enable it.',
  disabledUsedOf:
    'This sub-user used {used} of {limit} ({share}), and cannot use any more until you enable it.',
  unlisted: '{name}: probably disabled by Oxylabs',
  unlistedUsed:
    'Oxylabs no longer lists this sub-user. It used {used}, and probably cannot use any more until you enable it.',
  unlistedUsedOf:
    'Oxylabs no longer lists this sub-user. It used {used} of {limit} ({share}), and probably cannot use any more until you enable it.',

  periodReset: 'A new period has begun',
  periodResetBody: 'Traffic counts from {day}.',

  summary: '{count, plural, one {# alert} other {# alerts}}: {groups}',
  'group.over': '{count, number} over limit',
  'group.runningOut': '{count, number} running out',
  'group.overOrRunningOut': '{count, number} over limit or running out',
  'group.disabled': '{count, number} disabled by Oxylabs',
  'group.share': '{count, number} at {share}',
  'group.unusual': '{count, plural, one {# unusual day} other {# unusual days}}',
  'group.newPeriod': '{count, plural, one {# new period} other {# new periods}}',
  names: '{first} and {second}.',
  namesMore: '{first}, {second} and {count, number} more.',
} as const;
