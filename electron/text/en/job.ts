/** Tasks of many requests: their titles, progress and results. */
export const job = {
  created: '{count, plural, one {# sub-user created} other {# sub-users created}}',
  deleted: '{count, plural, one {# sub-user deleted} other {# sub-users deleted}}',
  enabled: '{count, plural, one {# sub-user enabled} other {# sub-users enabled}}',
  disabled: '{count, plural, one {# sub-user disabled} other {# sub-users disabled}}',
  changed: '{count, plural, one {# sub-user changed} other {# sub-users changed}}',

  creating: '{count, plural, one {Creating # sub-user} other {Creating # sub-users}}',
  deleting: '{count, plural, one {Deleting # sub-user} other {Deleting # sub-users}}',
  enabling: '{count, plural, one {Enabling # sub-user} other {Enabling # sub-users}}',
  disabling: '{count, plural, one {Disabling # sub-user} other {Disabling # sub-users}}',
  settingLimit:
    '{count, plural, one {Setting the limit of # sub-user} other {Setting the limit of # sub-users}}',
  raisingLimit:
    '{count, plural, one {Raising the limit of # sub-user} other {Raising the limit of # sub-users}}',
  turningOn:
    '{count, plural, one {Turning on “Disable at limit” for # sub-user} other {Turning on “Disable at limit” for # sub-users}}',
  turningOff:
    '{count, plural, one {Turning off “Disable at limit” for # sub-user} other {Turning off “Disable at limit” for # sub-users}}',
  readingDays: 'Reading this month by day',
  countingCycle: 'Counting the plan’s cycle',

  progress: '{finished, number} of {total, number}',
  progressFailed: '{finished, number} of {total, number}, {failed, number} failed',
  checking: '. Checking the list for what had no clear answer…',
  waiting: '. Oxylabs asks to wait {time}',
  left: ', about {time} left',

  'ending.cancelled': 'Cancelled. {counts}',
  'ending.signed-out': 'Stopped: signed out. {counts}',
  'ending.interrupted': 'Interrupted before its end. {counts}',
  'outcome.done': 'Done',
  'outcome.uncertain': 'Password not certain',
  'outcome.skipped': 'Skipped',
  'outcome.failed': 'Failed',
  'outcome.unknown': 'Unknown',
  'outcome.not-sent': 'Not sent',
  'count.done': '{count, number} done',
  'count.uncertain': '{count, number} password not certain',
  'count.skipped': '{count, number} skipped',
  'count.failed': '{count, number} failed',
  'count.unknown': '{count, number} unknown',
  'count.not-sent': '{count, number} not sent',

  'reason.already-set': 'Already set.',
  'reason.not-listed': 'No longer in the list.',
  'reason.unlimited': 'Unlimited: there is nothing to add to.',
  'reason.limit-unknown': 'The limit is not known: there is nothing to add to.',
  'reason.exists': 'Already exists.',
  'reason.duplicate': 'Duplicate username in the file.',
  'reason.cancelled': 'Cancelled before it was sent.',
  'reason.signed-out': 'Signed out before it was sent.',
  'reason.interrupted': 'The task was interrupted before it was sent.',
  'reason.cut-off': 'Oxygauge ended before the answer came, so whether it was done is not known yet.',
  'reason.password-uncertain': 'It exists, but another program may have created it. Set a new password.',
  'reason.password-lost':
    'Its password could not be kept without a keyring. Set a new one, or read the file again.',
  'reason.changed-meanwhile': 'Changed meanwhile: the limit was {was}, now {now}.',
  either: '{one} or {other}',

  task: 'Task',
  showResults: 'Show results',
  results: 'Results',
  username: 'Username',
  id: 'Id',
  result: 'Result',
  why: 'Why',
  password: 'Password',
  moreInCsv: 'And {count, number} more, in the CSV.',
  continue: 'Continue',
  continueHint:
    'Continue reads the list first and then does only what is left: nothing is added or created twice.',
  renewPasswords: 'Set new passwords',
  discard: 'Discard passwords and close',
  saveResults: 'Save results as CSV',
  keepPasswords: 'Keep on this computer',
  keptPasswords:
    '{kept, plural, one {# password is kept on this computer.} other {# passwords are kept on this computer.}} {left, plural, =0 {} one {# is not: save the CSV.} other {# are not: save the CSV.}}',
  keptThisRun: 'Kept until Oxygauge quits, since no keyring protects them. Save the CSV, too.',
  unsavedPasswords:
    '{count, plural, one {Save the CSV now. It holds # new password that Oxylabs never shows again and Oxygauge does not keep. Keep the file private.} other {Save the CSV now. It holds # new passwords that Oxylabs never shows again and Oxygauge does not keep. Keep the file private.}}',
  uncertain:
    '{count, plural, one {# sub-user exists, but its password is not certain. Set a new one, unless another program created it.} other {# sub-users exist, but their passwords are not certain. Set new ones, unless another program created them.}}',
} as const;
