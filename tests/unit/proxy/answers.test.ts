import { expect, test } from 'vitest';
import { meaningOf, remediesFor, remediesOfCauses } from '../../../electron/proxy/answers.ts';

test.each([
  [407, 'access denied: USER AUTHENTICATION FAILED', 'authentication'],
  [407, 'Access denied: traffic limit reached.', 'limit'],
  [407, null, 'authentication'],
  [403, 'Access denied: restricted target.', 'restricted'],
  [403, null, 'unknown-answer'],
  [400, 'Unsupported parameters were used', 'parameters'],
  [502, 'something new', 'session'],
  [522, null, 'no-exit'],
  [525, null, 'no-exit'],
  [418, null, 'unknown-answer'],
] as const)('%i %j means %s', (status, words, problem) => expect(meaningOf(status, words)).toBe(problem));

test('a 407 has several causes, each with its own remedy', () => {
  expect(remediesFor('authentication', [], false)).toEqual(['set-password']);
  expect(remediesFor('authentication', ['disabled'], false)).toEqual(['enable', 'set-password']);
  expect(remediesFor('limit', ['over-limit'], false)).toEqual(['raise-limit']);
  expect(remediesFor('limit', ['plan-used-up'], false)).toEqual(['dashboard']);
  expect(remediesFor('limit', [], false)).toEqual(['raise-limit', 'dashboard']);
});

test('an entry of the user is checked, the vendor’s is not', () => {
  expect(remediesFor('name-not-found', [], true)).toEqual(['check-entry']);
  expect(remediesFor('name-not-found', [], false)).toEqual([]);
});

test('a lost exit leads to a new session and a wider place', () => {
  expect(remediesFor('session', [], false)).toEqual(['new-session', 'wider-place']);
  expect(remediesFor('no-exit', [], false)).toEqual(['wider-place', 'new-session']);
});

test('what is known needs each remedy once', () => {
  expect(remediesOfCauses(['blocked', 'over-limit', 'disabled', 'prefix'])).toEqual([
    'raise-limit',
    'enable',
  ]);
});
