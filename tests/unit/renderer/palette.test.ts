import fc from 'fast-check';
import { expect, test } from 'vitest';
import '../../../electron/text/whole-catalogue.ts';
import { globalKey, keyCaps } from '../../../renderer/manager/palette/keys.ts';
import { ranked } from '../../../renderer/manager/palette/rank.ts';

const names = (...all: string[]) => all.map((name) => ({ name }));
const found = (all: string[], typed: string, most = 8) =>
  ranked(names(...all), typed, most).map(({ name }) => name);

test('the whole name comes first, then its start, the start of a word, and any place', () => {
  const all = ['unscrape', 'eu_scrape', 'scraper_2', 'scrape', 'other'];
  expect(found(all, 'scrape')).toEqual(['scrape', 'scraper_2', 'eu_scrape', 'unscrape']);
});

test('a later place that starts a word counts', () => {
  expect(found(['xeu', 'xeu_eu'], 'eu')).toEqual(['xeu_eu', 'xeu']);
});

test('case, accents and spaces around do not count', () => {
  expect(found(['Téléphone'], ' TELE ')).toEqual(['Téléphone']);
  expect(found(['telephone'], 'télé')).toEqual(['telephone']);
});

test('without a word, the first entries are shown', () => {
  expect(found(['one', 'two', 'three'], '  ', 2)).toEqual(['one', 'two']);
});

test('whatever is typed, only entries that hold it are found, each once and in order', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ maxLength: 6 })),
      fc.string({ maxLength: 3 }),
      fc.nat({ max: 9 }),
      (all, typed, most) => {
        const entries = names(...all);
        const result = ranked(entries, typed, most);
        expect(result.length).toBeLessThanOrEqual(most);
        expect(new Set(result).size).toBe(result.length);
        for (const entry of result) expect(entries).toContain(entry);
        if (typed.trim() === '' || result.length === most) return;
        const holding = entries.filter(({ name }) => name.toLowerCase().includes(typed.trim().toLowerCase()));
        for (const entry of holding) expect(result).toContain(entry);
      },
    ),
  );
});

const pressed = (key: string, held: object = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
});
const idle = { isTyping: false, platform: 'linux' };

test('the palette opens by Ctrl+K, and by ⌘K on macOS, also while typing', () => {
  expect(globalKey(pressed('k', { ctrlKey: true }), { ...idle, isTyping: true })).toBe('palette');
  expect(globalKey(pressed('k', { metaKey: true }), { ...idle, platform: 'darwin' })).toBe('palette');
  expect(globalKey(pressed('k', { ctrlKey: true }), { ...idle, platform: 'darwin' })).toBe(null);
  expect(globalKey(pressed('k', { ctrlKey: true, altKey: true }), idle)).toBe(null);
  expect(globalKey(pressed('k'), idle)).toBe(null);
});

test('keys that write a letter do nothing while the user types', () => {
  expect(globalKey(pressed('/'), idle)).toBe('search');
  expect(globalKey(pressed('?'), idle)).toBe('keys');
  expect(globalKey(pressed('/'), { ...idle, isTyping: true })).toBe(null);
  expect(globalKey(pressed('?'), { ...idle, isTyping: true })).toBe(null);
  expect(globalKey(pressed('/', { ctrlKey: true }), idle)).toBe(null);
});

test('keys are shown as the keyboard has them', () => {
  expect(keyCaps('mod+K', 'linux')).toEqual(['Ctrl', 'K']);
  expect(keyCaps('mod+K', 'darwin')).toEqual(['⌘', 'K']);
  expect(keyCaps('mod++', 'win32')).toEqual(['Ctrl', '+']);
  expect(keyCaps('F11', 'darwin')).toEqual(['⌃⌘F']);
  expect(keyCaps('/', 'linux')).toEqual(['/']);
});
