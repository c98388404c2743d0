import { expect, test } from 'vitest';
import { shownAnswer, withoutSecrets } from '../../../electron/oxylabs/redact.ts';

const secret = 'Correct_horse_battery_1';
const bytesOf = (text: string) => Buffer.from(text, 'utf8');

test('an answer that is cut in a secret keeps no part of it', () => {
  for (let before = 900; before < 3_200; before += 1) {
    const { text, cut } = shownAnswer(bytesOf(`${'x'.repeat(before)}${secret}${'y'.repeat(9_000)}`), 1_000, [
      secret,
    ]);
    expect(text, `${before}`).not.toMatch(/Cor|horse|batt/);
    expect(text.length).toBeLessThanOrEqual(1_000);
    expect(cut).toBe(true);
  }
});

test('many secrets that shorten the text bring no half of one into view', () => {
  for (let count = 1; count < 400; count += 1) {
    const { text } = shownAnswer(bytesOf(`${secret.repeat(count)}${'y'.repeat(9_000)}`), 1_000, [secret]);
    expect(text, `${count}`).not.toMatch(/Cor|horse|batt/);
  }
});

test('an answer that fits is whole, and its characters are those of UTF-8', () => {
  expect(shownAnswer(bytesOf('{"name":"jürgen"}'), 1_000, [secret])).toEqual({
    text: '{"name":"jürgen"}',
    cut: false,
  });
  expect(shownAnswer(bytesOf('x'.repeat(1_000)), 1_000, [])).toMatchObject({ cut: false });
  expect(shownAnswer(bytesOf('x'.repeat(1_001)), 1_000, [])).toEqual({ text: 'x'.repeat(1_000), cut: true });
  expect(shownAnswer(new Uint8Array([0xff, 0xfe, 0x41]), 10, [])).toEqual({
    text: '\ufffd\ufffdA',
    cut: false,
  });
});

test.each([
  ['{"token":"abc.def"}', '{"token":"[hidden]"}'],
  ['{"a":1,"access_token" : "x\\"y", "b":2}', '{"a":1,"access_token" : "[hidden]", "b":2}'],
  ['{"password":"cut in the mid', '{"password":"[hidden]"'],
  ['{"Authorization":"Bearer abcdef"}', '{"Authorization":"[hidden]"}'],
  ['{"password":12345}', '{"password":"[hidden]"}'],
  ['Authorization: Bearer abc.DEF-123', 'Authorization: Bearer [hidden]'],
  ['see eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIx.c2ln now', 'see [hidden] now'],
  ['{"traffic":1.5,"username":"token_farm"}', '{"traffic":1.5,"username":"token_farm"}'],
])('what looks like a secret is hidden, and the rest stays: %s', (text, shown) => {
  expect(withoutSecrets(text, [])).toBe(shown);
});

test('a hostile text of 200,000 characters takes no time', () => {
  const texts = ['"token', 'token"', '"token" : "\\', 'eyJ', 'Basic ', '"\\"', 'password'].map((part) =>
    part.repeat(200_000 / part.length),
  );
  const began = performance.now();
  for (const text of texts) withoutSecrets(text, [secret]);
  // Quadratic patterns take minutes.
  expect(performance.now() - began).toBeLessThan(5_000);
});
