/** The page of Guard: its rules, and what they do. */
export const guard = {
  title: 'Guard',
  rules: 'Rules',
  journal: 'Journal',
  newRule: 'New rule',
  capFor: 'Set a daily cap…',
  empty: 'Guard stops a runaway by itself, by rules that you set.',
  emptyHint: 'It does nothing until you set one, and it never raises a limit above your own.',

  'kind.daily-cap': 'Daily cap',
  'kind.hours-off': 'Hours off',
  'kind.packs': 'Packs',
  'kind.brake': 'Brake',
  'kind.unusual-day': 'Unusual day',
  'about.daily-cap':
    'Each day begins with what is used so far, plus this. Oxylabs stops the sub-user there, also while this computer is off. If Oxygauge does not run when the day begins, the cap of the day before stays.',
  'about.hours-off': 'Disables between the two times, and enables afterwards what it disabled itself.',
  'about.packs':
    'The limit is what is left of the packs that are valid. A new pack raises it; what is unused at expiry is lost.',
  'about.brake': 'Disables all of them at once. One click puts all back.',
  'about.unusual-day': 'Disables a sub-user that uses far more than on its usual day.',

  'sentence.daily-cap': 'At most {gb} a day for {who}. Days begin at midnight, {zone}.',
  'sentence.hours-off': '{who}: disabled from {from} until {to}, {zone}.',
  'sentence.packs':
    '{who}: {count, plural, one {# pack} other {# packs}} of {gb} in all. Days begin at midnight, {zone}.',
  'sentence.brake.share':
    '{acts, select, itself {Disables} other {Offers to disable}} {who} at {percent} of the budget.',
  'sentence.brake.forecast':
    '{acts, select, itself {Disables} other {Offers to disable}} {who} once the forecast is beyond the budget.',
  'sentence.unusual-day':
    '{acts, select, itself {Disables} other {Offers to disable}} {who} on a day far above the usual one.',
  many: '{count, plural, one {# sub-user} other {# sub-users}}',

  'waits.refresh': 'Waits for the first figures',
  'waits.figures': 'Waits: the last refresh failed, or its figures are too old',
  'waits.period': 'Waits until it is clear which period the figures are of',
  'waits.budget': 'Waits: set a plan or a budget in Settings',
  active: 'Active',
  holds: '{count, plural, one {Holds now: disable # sub-user?} other {Holds now: disable # sub-users?}}',
  setOff: '{count, plural, one {# disabled since {time}} other {# disabled since {time}}}',
  paused:
    '{count, plural, one {Paused for # sub-user that was changed elsewhere} other {Paused for # sub-users that were changed elsewhere}}',
  resume: 'Resume {name}',

  stopNow: 'Disable now',
  stopTitle: '{count, plural, one {Disable # sub-user?} other {Disable # sub-users?}}',
  putBack: 'Put all back',
  putBackTitle: '{count, plural, one {Put # sub-user back?} other {Put # sub-users back?}}',
  putBackHint: 'Guard enables them again, and this rule rests until the next period or day.',
  remove: 'Remove',
  removeTitle: 'Remove this rule?',
  removeHint: 'Guard puts back what it changed by it: limits and disabled sub-users become as you had them.',

  dryRun: 'Dry run',
  dryStops: '{name}: stopped on {days}',
  dryMore:
    '{count, plural, one {# more sub-user would have been stopped.} other {# more sub-users would have been stopped.}}',
  dryNothing: 'Over the last 30 days it would have stopped nothing.',
  dryOver: 'Over the last 30 days (UTC) it would have done this:',
  dryBrake: 'It would have held from {time}.',
  dryAlways: 'It acts every day.',
  dryUnknown: 'The history cannot say what it would have done.',
  dryGaps:
    '{count, plural, one {# day is not known, since Oxygauge was not running.} other {# days are not known, since Oxygauge was not running.}}',

  editTitle: 'Edit: {kind}',
  save: 'Set rule',
  cap: 'Daily cap (GB)',
  capHint: 'What each of them may use a day.',
  zone: 'Time zone',
  from: 'Off from',
  to: 'Off until',
  at: 'When',
  'at.share': 'At a share of the budget',
  'at.forecast': 'When the forecast is beyond the budget',
  percent: 'Share of the budget (%)',
  percentHint: 'Of the budget in Settings, or else of the plan.',
  acts: 'How',
  'acts.itself': 'By itself',
  'acts.after-click': 'After a click on the notification',
  chosen: '{count, plural, =0 {No sub-user chosen} one {# sub-user chosen} other {# sub-users chosen}}',
  subUsers: 'Sub-users',
  packs: 'Packs',
  packNumber: 'Pack {number}',
  packGb: 'GB',
  packFrom: 'Valid from',
  packExpires: 'Last day',
  packNote: 'Note',
  packPrice: 'Price',
  addPack: 'Add pack',
  removePack: 'Remove pack {number}',
} as const;
