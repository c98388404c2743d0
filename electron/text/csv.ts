import Papa from 'papaparse';

/**
 * Matches a cell that a spreadsheet would run: a formula's first character (ASCII or full-width), even after white space and
 * line breaks, or a leading tab or line break, which some spreadsheets skip (OWASP, "CSV Injection").
 */
const formula = /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/;

/**
 * Returns rows as CSV (RFC 4180), headings first; a cell that looks like a formula gets a leading apostrophe. Numbers keep
 * their full precision and the decimal point in every locale.
 */
export function toCsv(
  headings: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): string {
  const text = Papa.unparse([[...headings], ...rows.map((row) => [...row])], {
    newline: '\r\n',
    escapeFormulae: formula,
  });
  return `${text}\r\n`;
}
