import Papa from 'papaparse';

/**
 * Matches a cell that a spreadsheet would run: a formula's first character (ASCII or full-width), even after white space and
 * line breaks, or a leading tab or line break, which some spreadsheets skip (OWASP, "CSV Injection").
 */
const formula = /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/;

/** A row's cells; null is empty. */
export type CsvRow = readonly (string | number | null)[];

/**
 * Returns rows as CSV (RFC 4180); a cell that looks like a formula gets a leading apostrophe. Numbers keep their full
 * precision and the decimal point in every locale.
 */
export function csvRows(rows: readonly CsvRow[]): string {
  if (rows.length === 0) return '';
  const text = Papa.unparse(
    rows.map((row) => [...row]),
    { newline: '\r\n', escapeFormulae: formula },
  );
  return `${text}\r\n`;
}

/** Returns a whole file of CSV, headings first. */
export function toCsv(headings: readonly string[], rows: readonly CsvRow[]): string {
  return csvRows([headings, ...rows]);
}
