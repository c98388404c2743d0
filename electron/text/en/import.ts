/** Texts of the import of sub-users from a file. */
export const csvImport = {
  counts: '{good, number} new · {bad, number} with errors (skipped) · {existing, number} already exist',
  countsOne: '{good, number} new · {bad, number} with errors (skipped) · 1 already exists',
  template: 'Download a template',
  templateName: 'Sub-users template.csv',
  saveErrors: '{count, plural, one {Save the # line with errors} other {Save the # lines with errors}}',
  errorsName: 'Lines with errors.csv',
  problems: 'Errors',
  dropHere: 'Drop to import sub-users',
} as const;
