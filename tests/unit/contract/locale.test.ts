import { expect, test } from 'vitest';
import { usableLocale } from '../../../electron/contract/locale.ts';

test('the first locale that formatters know is taken', () => {
  expect(usableLocale(['de-DE', 'en'])).toBe('de-DE');
});

test('locales that a bare system names, and nothing knows, are passed over', () => {
  expect(usableLocale(['C', '', 'xx-invalid-locale-tag-', 'fr'])).toBe('fr');
  expect(() => new Intl.NumberFormat(usableLocale(['C'])).format(1)).not.toThrow();
});
