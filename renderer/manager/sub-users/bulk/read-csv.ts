import Papa from 'papaparse';
import { mostAtOnce, type PlannedSubUser } from '../../../../electron/contract/job.ts';
import { checkPassword } from '../../../../electron/contract/password.ts';
import { usernameRules } from '../../../../electron/contract/sub-user-changes.ts';
import { importColumns } from '../../../../electron/text/import.ts';
import { say } from '../../../../electron/text/say.ts';
import { passwordRuleText } from '../../../../electron/text/sub-users.ts';
import { looksLikeBytes } from '../looks-like-bytes.ts';

/**
 * Holds one line of the file: the sub-user to create, or everything that is wrong with it. `line` counts from 1, headings
 * included.
 */
export type CsvLine = { line: number; username: string; cells: readonly string[] } & (
  | { plan: PlannedSubUser }
  | { problems: string[] }
);

export type CsvFile = { headings: readonly string[]; lines: CsvLine[] } | { problem: string };

type Column = keyof typeof importColumns;

/** A map, because an object would also have `constructor` and `__proto__`. */
const flags = new Map([
  ['yes', true],
  ['true', true],
  ['1', true],
  ['no', false],
  ['false', false],
  ['0', false],
]);

/** Reads a file of sub-users to create. An invalid line plans nothing. */
export function readCsv(text: string): CsvFile {
  const body = text.replace(/^\uFEFF/, '');
  const { data } = Papa.parse<string[]>(body, { delimiter: delimiterOf(body), skipEmptyLines: false });
  const [first, ...rest] = data;
  const columns = columnsOf(first ?? []);
  if (columns.username === undefined || columns.limit === undefined) {
    return { problem: say('csvImport.problem.noColumns') };
  }
  const rows = rest
    .map((cells, index) => ({ cells, line: index + 2 }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (rows.length === 0) return { problem: say('csvImport.problem.noLines') };
  if (rows.length > mostAtOnce)
    return { problem: say('csvImport.problem.tooManyLines', { most: `${mostAtOnce}` }) };
  const seen = new Map<string, number>();
  return {
    headings: first ?? [],
    lines: rows.map(({ cells, line }) => readLine(cells, line, columns, seen)),
  };
}

/** Decides by the headings only: a decimal comma in the lines below would look like a delimiter. */
function delimiterOf(text: string): string {
  const head = text.slice(0, text.search(/[\r\n]|$/));
  return [';', '\t'].find((each) => head.includes(each)) ?? ',';
}

function columnsOf(cells: string[]): Partial<Record<Column, number>> {
  const names = cells.map((cell) => cell.trim().toLowerCase());
  const found = Object.entries(importColumns).map(([column, known]) => {
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
    ...(earlier === undefined ? [] : [say('csvImport.problem.usernameRepeated', { line: `${earlier}` })]),
    ...(password === '' ? [] : passwordProblems(password)),
    ...(typeof limitGb === 'string' ? [limitGb] : []),
    ...(lifetime === null ? [say('csvImport.problem.lifetime')] : []),
    ...(disablesAtLimit === null ? [say('csvImport.problem.disableAtLimit')] : []),
  ];
  if (problems.length > 0 || typeof limitGb === 'string' || lifetime === null || disablesAtLimit === null) {
    return { line, username, cells, problems };
  }
  const plan = { username, password: password === '' ? null : password, limitGb, lifetime, disablesAtLimit };
  return { line, username, cells, plan };
}

function usernameProblems(username: string): string[] {
  if (username === '') return [say('csvImport.problem.usernameMissing')];
  const problems = [];
  if (!usernameRules.pattern.test(username)) problems.push(say('csvImport.problem.usernameCharacters'));
  if (username.length > usernameRules.most)
    problems.push(say('csvImport.problem.usernameTooLong', { most: `${usernameRules.most}` }));
  return problems;
}

function passwordProblems(password: string): string[] {
  const broken = checkPassword(password).flatMap(({ rule, met }) => (met ? [] : passwordRuleText(rule)));
  return broken.length === 0 ? [] : [say('csvImport.problem.passwordNeeds', { rules: broken.join(', ') })];
}

/**
 * Returns GB, null for unlimited, or what is wrong. An empty cell is refused, because it could mean blocked or unlimited.
 */
function limitOf(text: string): number | null | string {
  if (text.toLowerCase() === 'unlimited') return null;
  if (text === '') return say('csvImport.problem.limitMissing');
  if (!/^\d+([.,]\d+)?$/.test(text)) return say('csvImport.problem.limitNumber');
  // `1,000` is a thousand to some users and one to others, and a wrong guess costs money.
  if (/,\d{3}$/.test(text)) return say('csvImport.problem.limitComma');
  const limitGb = Number(text.replace(',', '.'));
  return looksLikeBytes(limitGb) ? say('csvImport.problem.limitBytes') : limitGb;
}

function flagOf(text: string, absent: boolean): boolean | null {
  return text === '' ? absent : (flags.get(text.toLowerCase()) ?? null);
}
