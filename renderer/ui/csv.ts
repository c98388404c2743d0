import Papa from 'papaparse';

/**
 * Rows as CSV (RFC 4180), the headings first. A cell that begins like a formula is made harmless: a spreadsheet would run
 * it. Numbers keep their full precision and the point, whatever the locale.
 */
export function toCsv(headings: string[], rows: (string | number | null)[][]): string {
  const text = Papa.unparse([headings, ...rows], { newline: '\r\n', escapeFormulae: true });
  return `${text}\r\n`;
}
