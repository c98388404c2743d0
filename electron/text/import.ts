import { formatCount } from './plural.ts';
import { say } from './say.ts';
import { formatLimitGb } from './traffic.ts';

export const importTexts = {
  title: 'Create sub-users from CSV',
  /** What is between backticks is code. */
  hint: 'The first line names the columns: `username`, `limit` (GB, 0 to block, or unlimited), and optionally `password`, `lifetime` and `auto_disable` (yes or no; yes if missing). Oxygauge generates missing passwords and leaves existing sub-users as they are.',
  chooseFile: 'Choose file',
  chooseAnother: 'Choose another file',
  tooLarge: 'The file is too large for a list of sub-users. Choose another file.',
  table: 'Lines of the file',
  line: 'Line',
  username: 'Username',
  effect: 'What will happen',
  exists: 'Already exists: stays as it is.',
} as const;

export function importCountsText(
  { good, bad, existing }: { good: number; bad: number; existing: number },
  locale: string,
): string {
  const counts = { good, bad };
  return existing === 1
    ? say('csvImport.countsOne', counts, locale)
    : say('csvImport.counts', { ...counts, existing }, locale);
}

export function createCountText(count: number, locale: string): string {
  return count === 0 ? 'Create' : `Create ${formatCount(count, locale)}`;
}

export function moreGoodText(count: number, locale: string): string {
  return `And ${formatCount(count, locale)} more without a fault.`;
}

type Plan = { limitGb: number | null; password: string | null; lifetime: boolean; disablesAtLimit: boolean };

/** Returns what a line of the file creates: `Created: 5 GB, disabled at its limit, password generated`. */
export function plannedText({ limitGb, password, lifetime, disablesAtLimit }: Plan, locale: string): string {
  const limit = limitGb === null ? 'unlimited' : limitGb === 0 ? 'blocked' : formatLimitGb(limitGb, locale);
  return [
    `Created: ${limit}`,
    ...(lifetime ? ['lifetime'] : []),
    disablesAtLimit ? 'disabled at its limit' : 'not disabled at its limit',
    password === null ? 'password generated' : 'password from the file',
  ].join(', ');
}

/** The columns of a file, each with the headings by which it is known. */
export const importColumns = {
  username: ['username', 'name', 'sub-user'],
  password: ['password'],
  limit: ['limit', 'limit (gb)', 'limit_gb', 'traffic_limit', 'traffic limit', 'traffic limit (gb)'],
  lifetime: ['lifetime'],
  disablesAtLimit: [
    'auto_disable',
    'auto-disable',
    'disable at limit',
    'disable_at_limit',
    'disables at limit',
  ],
} as const;

/** What is wrong with a file or one of its lines. */
export const importProblems = {
  noColumns: 'The first line must name the columns, at least username and limit.',
  noLines: 'The file has no line below the headings.',
  usernameMissing: 'The username is missing.',
  usernameCharacters: 'The username may have letters, digits and underscores.',
  lifetime: 'Lifetime must be yes or no.',
  disableAtLimit: 'Disable at limit must be yes or no.',
  limitMissing: 'The limit is missing: a number of GB, 0 to block, or unlimited.',
  limitNumber: 'The limit must be a number of GB, or unlimited.',
  limitComma: 'The limit can be read in two ways. Write it without the comma.',
  limitBytes: 'The limit is in GB, and looks like bytes.',
} as const;

export function tooManyLinesText(most: number): string {
  return `The file has more than ${most} lines. Split it.`;
}

export function usernameRepeatedText(line: number): string {
  return `The username is already in line ${line}.`;
}

export function usernameTooLongText(most: number): string {
  return `The username is longer than ${most} characters.`;
}

export function passwordNeedsText(rules: readonly string[]): string {
  return `The password needs ${rules.join(', ')}.`;
}
