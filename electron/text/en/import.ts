/** Texts of the import of sub-users from a file. */
export const csvImport = {
  counts:
    '{good, number} new · {bad, number} with errors (skipped) · {existing, plural, one {# already exists} other {# already exist}}',
  template: 'Download a template',
  templateName: 'Sub-users template.csv',
  saveErrors: '{count, plural, one {Save the # line with errors} other {Save the # lines with errors}}',
  errorsName: 'Lines with errors.csv',
  problems: 'Errors',
  dropHere: 'Drop to import sub-users',

  title: 'Create sub-users from CSV',
  // What is between backticks is code.
  hint: 'The first line names the columns: `username`, `limit` (GB, 0 to block, or unlimited), and optionally `password`, `lifetime` and `auto_disable` (yes or no; yes if missing). Oxygauge generates missing passwords and skips existing sub-users.',
  chooseFile: 'Choose file',
  chooseAnother: 'Choose another file',
  tooLarge: 'The file is too large for a list of sub-users. Choose another file.',
  create: 'Create',
  createCount: 'Create {count, number}',
  table: 'Lines of the file',
  line: 'Line',
  username: 'Username',
  effect: 'What will happen',
  exists: 'Already exists: stays as it is.',
  planned:
    'Created: {limit}{lifetime, select, yes {, lifetime} other {}}, {stops, select, yes {disabled at its limit} other {not disabled at its limit}}, {password, select, generated {password generated} other {password from the file}}',
  moreGood: 'And {count, number} more without errors.',

  'problem.noColumns': 'The first line must name the columns, at least username and limit.',
  'problem.noLines': 'The file has no line below the headings.',
  'problem.tooManyLines': 'The file has more than {most} lines. Split it.',
  'problem.usernameMissing': 'The username is missing.',
  'problem.usernameCharacters': 'The username may have letters, digits and underscores.',
  'problem.usernameTooLong': 'The username is longer than {most} characters.',
  'problem.usernameRepeated': 'The username is already in line {line}.',
  'problem.passwordNeeds': 'The password needs {rules}.',
  'problem.lifetime': 'Lifetime must be yes or no.',
  'problem.disableAtLimit': 'Disable at limit must be yes or no.',
  'problem.limitMissing': 'The limit is missing: a number of GB, 0 to block, or unlimited.',
  'problem.limitNumber': 'The limit must be a number of GB, or unlimited.',
  'problem.limitComma': 'The limit can be read in two ways. Write it without the comma.',
  'problem.limitBytes': 'The limit is in GB, and looks like bytes.',
} as const;
