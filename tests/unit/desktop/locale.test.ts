import { expect, test } from 'vitest';
import { usableLocale } from '../../../electron/desktop/app/locale.ts';

test('the first locale that formatters support is used', () => {
  expect(usableLocale(['de-DE', 'en'])).toBe('de-DE');
});

test('locales of a bare system that no formatter supports are skipped', () => {
  expect(usableLocale(['C', '', 'xx-invalid-locale-tag-', 'fr'])).toBe('fr');
  expect(() => new Intl.NumberFormat(usableLocale(['C'])).format(1)).not.toThrow();
});
