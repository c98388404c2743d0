/** The page of sub-users: its toolbar, the actions on a row, the questions before a delete, and the list as CSV. */
export const subUsers = {
  title: 'Sub-users',
  fileName: 'Sub-users.csv',
  import: 'Import CSV',
  create: 'New sub-user',
  search: 'Search sub-users',
  notListed: 'This sub-user is no longer in the list: it was deleted.',
  noneNamed: 'No sub-user is named {username}.',
  unlisted: 'No longer listed ({id})',
  main: 'Main',
  muted: 'Muted',

  countOf: '{shown, number} of {count, number}',
  countLess: '{list}, {count, plural, one {# unreadable one} other {# unreadable ones}} left out',

  filter: 'Show',
  'filter.all': 'All',
  'filter.active': 'Active',
  'filter.disabled': 'Disabled',
  'filter.over-80': 'Over 80%',
  'filter.over-limit-running': 'Over limit, not stopped',
  'filter.unlimited': 'Unlimited',
  'filter.blocked': 'Blocked',

  actions: 'Actions for {username}',
  usedBy: 'Used by {username}',
  edit: 'Edit',
  usage: 'Usage',
  enable: 'Enable',
  disable: 'Disable',
  copyConnection: 'Copy connection',
  mute: 'Mute alerts',
  unmute: 'Unmute alerts',

  deleteTitle: 'Delete {username}?',
  delete: 'Delete {username}',
  deleteUnknown:
    'Its traffic is not known. Its connections stop at once and its statistics are deleted. You cannot undo this.',
  deleteMonth:
    'It used {used} this month. Its connections stop at once and its statistics are deleted. You cannot undo this.',
  deleteLife:
    'It used {used} in its life. Its connections stop at once and its statistics are deleted. You cannot undo this.',

  'csv.username': 'Username',
  'csv.id': 'Id',
  'csv.status': 'Status',
  'csv.traffic': 'Traffic in this period (GB)',
  'csv.limit': 'Limit (GB)',
  'csv.disablesAtLimit': 'Disables at limit',
  'csv.lifetime': 'Lifetime',
  'csv.created': 'Created (UTC)',
  'status.active': 'Active',
  'status.disabled': 'Disabled',
  'status.unknown': 'Unknown',
  'status.unlisted': 'Disabled, not listed',
  yes: 'Yes',
  no: 'No',
} as const;
