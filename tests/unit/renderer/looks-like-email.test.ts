import { expect, test } from 'vitest';
import { looksLikeEmail } from '../../../renderer/manager/sign-in/looks-like-email.ts';

test.each([
  ['jane@example.com', true],
  [' jane.doe+x@mail.example.co.uk ', true],
  ['customer_abc', false],
  ['customer-abc', false],
  ['a@b', false],
  ['jane@', false],
  ['@example.com', false],
  ['', false],
])('%s', (typed, expected) => {
  expect(looksLikeEmail(typed)).toBe(expected);
});
