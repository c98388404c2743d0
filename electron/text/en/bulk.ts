/** What can be done with the selected sub-users. */
export const bulk = {
  selection: 'Selection',
  selected: '{count, number} selected',
  selectedUsed: '{count, number} selected · {used}',
  more: 'More changes',
  clear: 'Clear selection',

  'action.limit': 'Set a limit',
  'action.add': 'Add GB',
  'action.enable': 'Enable',
  'action.disable': 'Disable',
  'action.disable-at-limit': 'Disable at limit',
  'action.run-beyond-limit': 'Keep running at limit',
  'action.delete': 'Delete',
  handOver: 'Hand over logins…',

  'title.limit': '{count, plural, one {Set the limit of # sub-user} other {Set the limit of # sub-users}}',
  'title.add': '{count, plural, one {Add GB to # sub-user} other {Add GB to # sub-users}}',
  'title.enable': '{count, plural, one {Enable # sub-user} other {Enable # sub-users}}',
  'title.disable': '{count, plural, one {Disable # sub-user} other {Disable # sub-users}}',
  'title.disable-at-limit':
    '{count, plural, one {Disable # sub-user at the limit} other {Disable # sub-users at the limit}}',
  'title.run-beyond-limit':
    '{count, plural, one {Let # sub-user run beyond the limit} other {Let # sub-users run beyond the limit}}',
  'title.delete': '{count, plural, one {Delete # sub-user} other {Delete # sub-users}}',
  'question.limit':
    '{count, plural, one {Set the limit of # sub-user?} other {Set the limit of # sub-users?}}',
  'question.add': '{count, plural, one {Add GB to # sub-user?} other {Add GB to # sub-users?}}',
  'question.enable': '{count, plural, one {Enable # sub-user?} other {Enable # sub-users?}}',
  'question.disable': '{count, plural, one {Disable # sub-user?} other {Disable # sub-users?}}',
  'question.disable-at-limit':
    '{count, plural, one {Disable # sub-user at the limit?} other {Disable # sub-users at the limit?}}',
  'question.run-beyond-limit':
    '{count, plural, one {Let # sub-user run beyond the limit?} other {Let # sub-users run beyond the limit?}}',
  'question.delete': '{count, plural, one {Delete # sub-user?} other {Delete # sub-users?}}',

  gbToAdd: 'GB to add',
  gbToAddHint: 'Added to each limit. Unlimited sub-users are skipped.',
  gbMissing: 'Enter the number of GB.',
  disable: 'Their connections stop at once.',
  delete:
    'Together they used {used}. Their connections stop at once and their statistics are deleted. You cannot undo this.',
  typeCount: 'Type {count} to confirm',
  typeCountHint: 'The number of sub-users to delete.',
  wrongCount: 'The number does not match the selection.',
  andMore: ' and {count, number} more',
} as const;
