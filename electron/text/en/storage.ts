/** Files that cannot be saved or read. `{what}` is one of the names. */
export const storage = {
  'name.settings': 'the settings',
  'name.accounts': 'the list of accounts',
  'name.sign-in': 'the sign-in',
  'name.sub-users': 'the known sub-users',
  'name.history': 'the history',
  'name.alerts': 'the alert log',
  'name.alert-memory': 'the record of past alerts',
  'name.targets': 'the saved targets',
  'name.guard': 'the journal of Guard',
  'name.jobs': 'the progress of the task',
  'name.passwords': 'the passwords of the task',
  'name.kept-passwords': 'the kept passwords',
  'name.log': 'the log',

  failing:
    'Oxygauge cannot save {what}: {reason}. It is still watching your traffic, and tries again every minute.',
  'reason.ENOSPC': 'the disk is full',
  'reason.EDQUOT': 'your share of the disk is full',
  'reason.readOnly': 'its folder cannot be written to ({code})',
  'reason.other': 'the system says {code}',

  unreadable: 'Oxygauge could not read {what}. {instead}',
  'instead.settings': 'It uses the defaults.',
  'instead.sign-in': 'Sign in again.',
  'instead.alert-memory': 'Some alerts may be repeated.',
  'instead.jobs': 'What an interrupted task had done is not known.',
  'instead.other': 'It starts a new file.',
  settingsPart: 'Oxygauge could not read a part of {what}, and uses the defaults for it.',
  part: 'Oxygauge could not read a part of {what}, and left it out.',
  tooLarge: 'Oxygauge left out the oldest part of {what}, which is too large to be read whole.',
  stopsStart: 'Oxygauge did not start twice with {what} as saved, so it uses the defaults.',
  newer: 'A newer version of Oxygauge wrote {what}. This one uses what it understands.',

  setAside: 'The file was set aside as {copy}.',
  kept: 'The file as it was is kept as {copy}.',
  untouched: 'The file is left as it is until something has to be saved.',
} as const;
