import Papa from 'papaparse';
import { mostAtOnce, type PlannedSubUser } from '../../../../electron/contract/job.ts';
import { passwordRules, usernameRules } from '../../../../electron/contract/sub-user-changes.ts';
import { doubtfulGb } from '../doubtful.ts';

/** One line of the file: what would be created, or all that is wrong with it. `line` counts from 1, headings included. */
export type CsvLine = { line: number; username: string } & (
  | { plan: PlannedSubUser }
  | { problems: string[] }
);

export type CsvFile = { lines: CsvLine[] } | { problem: string };

/** The columns and the headings that are understood for each. */
const headings = {
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
type Column = keyof typeof headings;

/** A map: an object would know `constructor` and `__proto__` as well. */
const flags = new Map([
  ['yes', true],
  ['true', true],
  ['1', true],
  ['no', false],
  ['false', false],
  ['0', false],
]);

/** Reads a file of sub-users to create. Nothing is taken from a line that has a fault. */
export function readCsv(text: string): CsvFile {
  const body = text.replace(/^\uFEFF/, '');
  const { data } = Papa.parse<string[]>(body, { delimiter: delimiterOf(body), skipEmptyLines: false });
  const [first, ...rest] = data;
  const columns = columnsOf(first ?? []);
  if (columns.username === undefined || columns.limit === undefined) {
    return { problem: 'The first line must name the columns, at least username and limit.' };
  }
  const rows = rest
    .map((cells, index) => ({ cells, line: index + 2 }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (rows.length === 0) return { problem: 'There is no line below the headings.' };
  if (rows.length > mostAtOnce) return { problem: `There are more than ${mostAtOnce} lines.` };
  const seen = new Map<string, number>();
  return { lines: rows.map(({ cells, line }) => readLine(cells, line, columns, seen)) };
}

/** Told by the headings alone: a decimal comma in the lines below would look like one. */
function delimiterOf(text: string): string {
  const head = text.slice(0, text.search(/[\r\n]|$/));
  return [';', '\t'].find((each) => head.includes(each)) ?? ',';
}

function columnsOf(cells: string[]): Partial<Record<Column, number>> {
  const names = cells.map((cell) => cell.trim().toLowerCase());
  const found = Object.entries(headings).map(([column, known]) => {
    const index = names.findIndex((name) => (known as readonly string[]).includes(name));
    return [column, index === -1 ? undefined : index];
  });
  return Object.fromEntries(found);
}

function readLine(
  cells: string[],
  line: number,
  columns: Partial<Record<Column, number>>,
  seen: Map<string, number>,
): CsvLine {
  const cell = (column: Column) => cells[columns[column] ?? -1]?.trim() ?? '';
  const username = cell('username');
  const password = cells[columns.password ?? -1] ?? '';
  const limitGb = limitOf(cell('limit'));
  const lifetime = flagOf(cell('lifetime'), false);
  const disablesAtLimit = flagOf(cell('disablesAtLimit'), true);
  const earlier = seen.get(username);
  if (earlier === undefined) seen.set(username, line);
  const problems = [
    ...usernameProblems(username),
    ...(earlier === undefined ? [] : [`The username is in line ${earlier} already.`]),
    ...(password === '' ? [] : passwordProblems(password)),
    ...(typeof limitGb === 'string' ? [limitGb] : []),
    ...(lifetime === null ? ['Lifetime must be yes or no.'] : []),
    ...(disablesAtLimit === null ? ['Disable at limit must be yes or no.'] : []),
  ];
  if (problems.length > 0 || typeof limitGb === 'string' || lifetime === null || disablesAtLimit === null) {
    return { line, username, problems };
  }
  const plan = { username, password: password === '' ? null : password, limitGb, lifetime, disablesAtLimit };
  return { line, username, plan };
}

function usernameProblems(username: string): string[] {
  if (username === '') return ['The username is missing.'];
  const problems = [];
  if (!usernameRules.pattern.test(username))
    problems.push('The username may have letters, digits and underscores.');
  if (username.length > usernameRules.most)
    problems.push(`The username is longer than ${usernameRules.most}.`);
  return problems;
}

function passwordProblems(password: string): string[] {
  const broken = passwordRules.filter(({ holds }) => !holds(password)).map(({ words }) => words);
  return broken.length === 0 ? [] : [`The password needs ${broken.join(', ')}.`];
}

/** GB, null for unlimited, or what is wrong. An empty cell is neither: it could mean either. */
function limitOf(text: string): number | null | string {
  if (text.toLowerCase() === 'unlimited') return null;
  if (text === '') return 'The limit is missing: a number of GB, 0 to block, or unlimited.';
  if (!/^\d+([.,]\d+)?$/.test(text)) return 'The limit must be a number of GB, or unlimited.';
  // 1,000 is a thousand to some and one to others: a wrong guess costs money.
  if (/,\d{3}$/.test(text)) return 'The limit could be read in two ways: write it without the comma.';
  const limitGb = Number(text.replace(',', '.'));
  return limitGb >= doubtfulGb ? 'The limit is in GB, and looks like bytes.' : limitGb;
}

function flagOf(text: string, absent: boolean): boolean | null {
  return text === '' ? absent : (flags.get(text.toLowerCase()) ?? null);
}
