const lower = 'abcdefghijklmnopqrstuvwxyz';
const upper = lower.toUpperCase();
const digits = '0123456789';
const symbols = '#_~+=';
const everything = lower + upper + digits + symbols;
const length = 24;

/**
 * A password that keeps all of the vendor's rules: one of each class, the rest of any, in an order of chance after a
 * letter. A symbol in front would read as a formula in a spreadsheet.
 * `below(n)` answers with a whole number from 0 to n - 1, each as likely as any other.
 */
export function generatePassword(below: (count: number) => number): string {
  const pick = (from: string) => from.charAt(below(from.length));
  const characters = [lower, upper, digits, symbols].map(pick);
  while (characters.length < length - 1) characters.push(pick(everything));
  for (let last = characters.length - 1; last > 0; last -= 1) {
    const other = below(last + 1);
    [characters[last], characters[other]] = [characters[other] ?? '', characters[last] ?? ''];
  }
  return pick(lower + upper) + characters.join('');
}
