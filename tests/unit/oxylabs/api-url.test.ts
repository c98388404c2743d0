import { expect, test } from 'vitest';
import { readApiUrl } from '../../../electron/oxylabs/api-url.ts';
import { say } from '../../../electron/text/say.ts';

test.each([
  ['https://residential-api.oxylabs.io/v2', 'https://residential-api.oxylabs.io/v2'],
  ['https://api.example.com/v1/', 'https://api.example.com/v1'],
  ['http://127.0.0.1:8080/v2', 'http://127.0.0.1:8080/v2'],
  ['http://localhost:8080/v2', 'http://localhost:8080/v2'],
  ['http://[::1]:8080/v2', 'http://[::1]:8080/v2'],
])('%s is taken', (text, url) => expect(readApiUrl(text)).toEqual({ ok: true, value: url }));

test.each([
  '',
  'residential-api.oxylabs.io/v2',
  'http://residential-api.oxylabs.io/v2',
  'http://localhost.evil.example/v2',
  'http://127.0.0.1.evil.example/v2',
  'http://10.0.0.1/v2',
  'ftp://localhost/v2',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'https://user:secret@example.com/v2',
  'https://example.com/v2?key=1',
  'https://example.com/v2#part',
])('checklist api-address: %j is refused, with the reason and without its text', (text) => {
  const read = readApiUrl(text);
  const problem = read.ok ? '' : say(`refusal.apiUrl.${read.failure.problem}`);
  expect(problem).toMatch(/^OXYGAUGE_API_URL /);
  expect(problem).not.toContain('secret');
});
