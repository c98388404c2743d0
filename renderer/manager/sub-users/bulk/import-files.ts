import { toCsv } from '../../../../electron/text/csv.ts';
import { say } from '../../../../electron/text/say.ts';
import type { CsvLine } from './read-csv.ts';

export type BadLine = Extract<CsvLine, { problems: string[] }>;

export function isBad(line: CsvLine): line is BadLine {
  return 'problems' in line;
}

/** Returns a file to fill in, with an example of each kind of limit. */
export function templateCsv(): string {
  return toCsv(
    ['username', 'limit', 'password', 'lifetime', 'auto_disable'],
    [
      ['team_one', 5, '', 'no', 'yes'],
      ['team_two', 'unlimited', '', 'no', 'no'],
    ],
  );
}

/** Returns the lines that were skipped as they were in the file, each with what is wrong, to correct and import again. */
export function errorLinesCsv(headings: readonly string[], lines: readonly BadLine[]): string {
  return toCsv(
    [...headings, say('csvImport.problems')],
    lines.map(({ cells, problems }) => [
      ...headings.map((_heading, index) => cells[index] ?? ''),
      problems.join(' '),
    ]),
  );
}
