/** Matches a string, which may lack its end, a piece of punctuation, a word, or space. */
const pieces = /"(?:[^"\\]|\\.)*(?:"|\\?$)|[{}[\],:]|[^\s{}[\],:"]+|\s+/gs;

/**
 * Indents JSON, even if it is cut. Numbers stay as they were written, since an id may exceed what JavaScript counts to; any
 * other text is returned unchanged.
 */
export function prettyJson(text: string): string {
  if (!/^\s*[{[]/.test(text)) return text;
  let depth = 0;
  let last = '';
  let result = '';
  for (const [piece] of text.matchAll(pieces)) {
    if (piece.trim() === '') continue;
    const closes = piece === '}' || piece === ']';
    if (closes) depth = Math.max(0, depth - 1);
    const opened = last === '{' || last === '[';
    if (closes ? !opened : opened || last === ',') result += `\n${'  '.repeat(depth)}`;
    result += piece === ':' ? ': ' : piece;
    if (piece === '{' || piece === '[') depth += 1;
    last = piece;
  }
  return result;
}
