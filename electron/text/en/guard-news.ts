/** Notifications about what Guard did, and what it asks. */
export const guardNews = {
  'title.disabled': '{count, plural, one {Guard disabled {name}} other {Guard disabled # sub-users}}',
  'title.stopped':
    '{count, plural, one {{name}: stopped at Guard’s limit} other {# sub-users: stopped at Guard’s limit}}',
  'title.paused':
    '{count, plural, one {{name}: changed elsewhere, Guard pauses} other {# sub-users: changed elsewhere, Guard pauses}}',
  'title.failed':
    '{count, plural, one {Guard could not change {name}} other {Guard could not change # sub-users}}',
  'title.stayed':
    '{count, plural, one {{name}: the cap of the day before stayed} other {# sub-users: the cap of the day before stayed}}',
  'title.enabled': '{count, plural, one {Guard enabled {name}} other {Guard enabled # sub-users}}',

  'body.disabled.hours-off': 'Its hours off have begun.',
  'body.disabled.brake': 'The brake holds.',
  'body.disabled.unusual-day': 'Its traffic is far above a normal day.',
  'body.disabled.other': 'Guard’s journal shows why.',
  'body.stopped': 'Oxylabs stops its traffic until Guard raises the limit.',
  'body.paused': 'Guard leaves it as it is until you continue the rule.',
  'body.failed': 'It tries again with the next refresh.',
  'body.stayed': 'Oxygauge was not running when the day began. The new cap is set now.',
  'body.enabled': 'It can use traffic again.',

  'ask.brake':
    '{count, plural, one {The brake holds: disable {name}?} other {The brake holds: disable # sub-users?}}',
  'ask.unusual-day':
    '{count, plural, one {An unusual day: disable {name}?} other {An unusual day: disable # sub-users?}}',
  'askBody.share': 'Your traffic has reached {share} of the budget.',
  'askBody.forecast': 'The budget is predicted to run out.',
  'askBody.unusual-day': 'The traffic is far above a normal day.',

  packEnds: '{gb} of a pack expire after {day}',
  packEndsBody: 'What is not used by then is lost.',
} as const;
