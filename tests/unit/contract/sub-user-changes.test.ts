import { randomInt } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { generatePassword } from '../../../electron/contract/password.ts';
import {
  newPasswordSchema,
  newSubUserSchema,
  subUserChangesSchema,
} from '../../../electron/contract/sub-user-changes.ts';

const filler = (length: number) => `aA1_${'x'.repeat(length - 4)}`;

describe('the vendor’s rules for a password', () => {
  const cases: [string, boolean][] = [
    [filler(11), false],
    [filler(12), true],
    [filler(64), true],
    [filler(65), false],
    ['AAAAAAAAAA1_', false],
    ['aaaaaaaaaa1_', false],
    ['aaaaaaaaaaA_', false],
    ['aaaaaaaaaaA1', false],
    ['aaaaaaaaaA1!', false],
    ...['#', '_', '~', '+', '='].map((symbol) => [`aaaaaaaaaA1${symbol}`, true] as [string, boolean]),
  ];
  test.each(cases)('%s: %s', (password, fits) =>
    expect(newPasswordSchema.safeParse(password).success).toBe(fits),
  );
});

describe('the vendor’s rules for a username', () => {
  const wanted = { password: filler(12), limitGb: null, lifetime: false, disablesAtLimit: false };
  test.each([
    ['a', true],
    ['Price_bot_2', true],
    ['x'.repeat(64), true],
    ['x'.repeat(65), false],
    ['', false],
    ['é', false],
    ['a b', false],
    ['a:b', false],
    ['a-b', false],
    ['a\n', false],
  ])('%j: %s', (username, fits) => {
    expect(newSubUserSchema.safeParse({ ...wanted, username }).success).toBe(fits);
  });
});

test.each([-1, Number.NaN, Number.POSITIVE_INFINITY, '1'])('a limit of %s is refused', (limitGb) => {
  expect(subUserChangesSchema.safeParse({ limitGb }).success).toBe(false);
});

test('an empty change is refused', () => expect(subUserChangesSchema.safeParse({}).success).toBe(false));

test('10,000 generated passwords meet the rules and never repeat', () => {
  const passwords = Array.from({ length: 10_000 }, () => generatePassword(randomInt));
  for (const password of passwords) expect(newPasswordSchema.safeParse(password).success).toBe(true);
  expect(new Set(passwords).size).toBe(10_000);
});

test('after the first letter, the generator puts every class anywhere', () => {
  const passwords = Array.from({ length: 500 }, () => generatePassword(randomInt));
  expect(passwords.every((each) => /^[A-Za-z]/.test(each))).toBe(true);
  for (const kind of [/[a-z]/, /[A-Z]/, /\d/, /[#_~+=]/]) {
    expect(passwords.some((each) => kind.test(each.charAt(1)))).toBe(true);
  }
});
