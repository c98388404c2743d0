/** Texts of the dialogs that take input, and of the passwords that they show. */
export const forms = {
  discardQuestion: 'Discard what you entered?',
  discard: 'Discard',
  keepEditing: 'Keep editing',
  passwordQuestion:
    'The password is not copied. Oxylabs never shows it again, and Oxygauge does not keep it.',
  closeWithoutPassword: 'Close without the password',
  back: 'Back',
  showPassword: 'Show the password',
  hidePassword: 'Hide the password',
  newPassword: 'New password of {username}',
  copied: 'Copied',
  looksLikeBytes: 'That’s {petabytes} PB. Did you mean {gb} GB?',
  looksLarge: 'That’s {petabytes} PB. The limit is in GB.',
  useGb: 'Use {gb} GB',
  keep: 'Keep',
  preview: 'Limits before and after',
  previewName: 'Username',
  previewOld: 'Now',
  previewNew: 'New',
  previewMore: 'And {count} more.',
  unchanged: 'Unchanged',
  overAtOnce: '{count, plural, one {# would be over at once.} other {# would be over at once.}}',
  skippedUnlimited:
    '{count, plural, one {# has no limit and is skipped.} other {# have no limit and are skipped.}}',
} as const;
