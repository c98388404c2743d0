import { expect, test } from 'vitest';
import {
  connectionCauseSchema,
  tryProblemSchema,
  tryStepSchema,
} from '../../../electron/contract/connection-test.ts';
import { answerText, countryText, problemText } from '../../../electron/text/connection-test.ts';
import { say } from '../../../electron/text/say.ts';

test('every problem, at every step, and every cause is one or two plain sentences', () => {
  const texts = [
    ...tryProblemSchema.options.flatMap((problem) =>
      tryStepSchema.options.map((at) => problemText({ problem, at })),
    ),
    ...connectionCauseSchema.options.map((cause) => say(`connectionTest.cause.${cause}`)),
  ];
  for (const text of texts) expect(text).toMatch(/^[A-Z][^{}]*\.$/);
});

test('the vendor’s words are shown as they are', () => {
  expect(answerText({ status: 407, words: '<b>{no}</b> ok' })).toBe('407: <b>{no}</b> ok');
  expect(answerText({ status: 502, words: null })).toBe('502, without a reason');
  expect(answerText({ status: null, words: null })).toBeNull();
});

test('a country is named in the user’s language, with how many databases agree', () => {
  const exit = { ip: '203.0.113.1', city: null, network: null };
  expect(countryText({ ...exit, country: { code: 'DE', agree: 3, of: 4 } }, 'en')).toBe(
    'Germany (3 of 4 databases)',
  );
  expect(countryText({ ...exit, country: { code: 'ZZ', agree: 1, of: 4 } }, 'en')).toContain('(1 of 4');
  expect(countryText({ ...exit, country: null }, 'en')).toBeNull();
});
