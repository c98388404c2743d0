/** Titles of tasks that have ended. */
export const job = {
  created: '{count, plural, one {# sub-user created} other {# sub-users created}}',
  deleted: '{count, plural, one {# sub-user deleted} other {# sub-users deleted}}',
  enabled: '{count, plural, one {# sub-user enabled} other {# sub-users enabled}}',
  disabled: '{count, plural, one {# sub-user disabled} other {# sub-users disabled}}',
  changed: '{count, plural, one {# sub-user changed} other {# sub-users changed}}',
} as const;
