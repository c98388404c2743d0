/** Buttons and states that appear in more than one place. */
export const action = {
  cancel: 'Cancel',
  cancelling: 'Cancelling…',
  close: 'Close',
  copyFailed: 'Oxygauge could not copy it. Try again.',
  delete: 'Delete',
  dismiss: 'Dismiss',
  exportCsv: 'Export CSV',
  hide: 'Hide',
  reading: 'Reading…',
  readingList: 'Reading the list…',
  resume: 'Resume',
  save: 'Save',
  saved: 'Saved.',
  search: 'Search',
  show: 'Show',
  signIn: 'Sign in',
} as const;
