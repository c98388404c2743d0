/** The characters of a password, by kind. The vendor asks for at least one of each. */
export const passwordCharacters = {
  lower: 'abcdefghijklmnopqrstuvwxyz',
  upper: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  digit: '0123456789',
  symbol: '#_~+=',
} as const;

export const passwordLength = { least: 12, most: 64 } as const;

/** How many characters a generated password has. */
const generatedLength = 24;

export type PasswordRule = 'length' | keyof typeof passwordCharacters;

const kinds = Object.keys(passwordCharacters) as (keyof typeof passwordCharacters)[];
const rules: PasswordRule[] = ['length', ...kinds];

/** Returns the vendor's rules, each with whether a password meets it. */
export function checkPassword(password: string): { rule: PasswordRule; met: boolean }[] {
  return rules.map((rule) => ({ rule, met: meets(password, rule) }));
}

/** Returns whether a password meets all rules of the vendor. */
export function isPassword(password: string): boolean {
  return rules.every((rule) => meets(password, rule));
}

function meets(password: string, rule: PasswordRule): boolean {
  if (rule !== 'length') return [...passwordCharacters[rule]].some((each) => password.includes(each));
  return password.length >= passwordLength.least && password.length <= passwordLength.most;
}

/**
 * Generates a password that meets the vendor's rules; it starts with a letter, as a spreadsheet would run a leading symbol
 * as a formula. `below(n)` returns a uniformly random whole number from 0 to n - 1.
 */
export function generatePassword(below: (count: number) => number): string {
  const pick = (from: string) => from.charAt(below(from.length));
  const { lower, upper } = passwordCharacters;
  const everything = Object.values(passwordCharacters).join('');
  const characters = Object.values(passwordCharacters).map(pick);
  while (characters.length < generatedLength - 1) characters.push(pick(everything));
  for (let last = characters.length - 1; last > 0; last -= 1) {
    const other = below(last + 1);
    [characters[last], characters[other]] = [characters[other] ?? '', characters[last] ?? ''];
  }
  return pick(lower + upper) + characters.join('');
}
