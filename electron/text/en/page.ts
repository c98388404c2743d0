/** What both windows show about themselves. */
export const page = {
  starting: 'Starting…',
  crashed: 'Something went wrong in this window. Oxygauge is still watching your traffic.',
  reload: 'Reload',
  notOpened: '{reason} Reload this window, or restart Oxygauge.',
} as const;
