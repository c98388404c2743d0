import { expect, test } from 'vitest';
import { violationsOf } from '../../support/server/api-contract.ts';

const user = '/v2/users/e955111d-f067-436e-9e64-81848c15d8b4';
const request = (method: string, path: string, body: unknown = null, query = '') =>
  violationsOf({
    method,
    path,
    query: new URLSearchParams(query),
    body: body === null ? '' : JSON.stringify(body),
  });

test('valid requests are no violations', () => {
  expect(request('POST', '/v2/login')).toEqual([]);
  expect(request('GET', `${user}/sub-users/5`, null, 'type=week')).toEqual([]);
  expect(
    request('POST', `${user}/sub-users`, { username: 'a', password: 'Abcdefgh_123', traffic_limit: null }),
  ).toEqual([]);
  expect(request('PATCH', `${user}/sub-users/5`, { traffic_limit: 0 })).toEqual([]);
});

test.each([
  ['GET', '/v2/login', null, ''],
  ['GET', '/v2/users/nobody/sub-users', null, ''],
  ['PUT', `${user}/sub-users/5`, {}, ''],
  ['PATCH', `${user}/sub-users/5`, {}, ''],
  ['PATCH', `${user}/sub-users/5`, { traffic_limit: -1 }, ''],
  ['PATCH', `${user}/sub-users/5`, { traffic_limit: '5' }, ''],
  ['PATCH', `${user}/sub-users/5`, { username: 'renamed' }, ''],
  ['PATCH', `${user}/sub-users/5`, { status: 'frozen' }, ''],
  ['POST', `${user}/sub-users`, { username: 'a b', password: 'Abcdefgh_123' }, ''],
  ['POST', `${user}/sub-users`, { username: 'a', password: 'short' }, ''],
  ['POST', `${user}/sub-users`, { username: 'a' }, ''],
  ['DELETE', `${user}/sub-users/5`, { why: 1 }, ''],
  ['GET', `${user}/sub-users/5`, null, 'type=year'],
  ['GET', `${user}/sub-users/5`, null, ''],
  ['GET', `${user}/sub-users/5`, null, 'type=custom&date_from=2026-1-1'],
  ['GET', `${user}/client-stats`, null, 'extra=1'],
])('%s %s %j %s is one', (method, path, body, query) => {
  const violations = request(method, path, body, query);
  expect(violations).not.toEqual([]);
  expect(violations.join()).not.toContain('short');
});
