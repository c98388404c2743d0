import fc from 'fast-check';
import { expect, test } from 'vitest';
import { autostartEntry, execArgument, readEntry } from '../../../electron/desktop/app/autostart-entry.ts';

/** Reads a desktop entry's Exec value by the specification: first the string's escapes, then the quotes, then the codes. */
function wordsOf(exec: string): string[] {
  const escapes: Record<string, string> = { s: ' ', n: '\n', t: '\t', r: '\r', '\\': '\\' };
  const text = exec.replaceAll(/\\(.)/gs, (all, letter: string) => escapes[letter] ?? all);
  const words: string[] = [];
  let word: string | null = null;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const mark = text[at] ?? '';
    if (quoted && mark === '\\') {
      at += 1;
      word = `${word ?? ''}${text[at] ?? ''}`;
    } else if (mark === '"') {
      quoted = !quoted;
      word ??= '';
    } else if (!quoted && mark === ' ') {
      if (word !== null) words.push(word);
      word = null;
    } else word = `${word ?? ''}${mark}`;
  }
  if (word !== null) words.push(word);
  return words.map((each) => each.replaceAll('%%', '%'));
}

/** A line ends with a newline alone: the form `^…$` would also end it at U+2028, which a path may hold. */
const execOf = (entry: string) =>
  entry
    .split('\n')
    .find((line) => line.startsWith('Exec='))
    ?.slice('Exec='.length) ?? '';

test('what an entry starts is read back as it was, whatever the path', () => {
  const path = fc.string({ unit: 'binary', minLength: 1 }).filter((text) => !text.includes('\0'));
  fc.assert(
    fc.property(fc.array(path, { minLength: 1, maxLength: 4 }), (words) => {
      const entry = autostartEntry(words, 'About it');
      expect(wordsOf(execOf(entry))).toEqual(words);
      // A path never adds a line.
      expect(entry.split('\n').filter((line) => /^(Exec|TryExec|Hidden|Name)=/.test(line))).toHaveLength(3);
    }),
    { numRuns: 500 },
  );
});

test('a desktop skips the entry once its program is removed', () => {
  const tried = (path: string) =>
    autostartEntry([path, '--hidden'], 'About it').match(/^TryExec=(.*)$/m)?.[1];
  expect(tried('/home/an/My Apps/Oxygauge.AppImage')).toBe('/home/an/My Apps/Oxygauge.AppImage');
  expect(tried('/a\\b%')).toBe('/a\\\\b%');
});

test.each([
  ['/opt/Oxygauge/oxygauge', '/opt/Oxygauge/oxygauge'],
  ['/home/an/My Apps/Oxygauge.AppImage', '"/home/an/My Apps/Oxygauge.AppImage"'],
  ['/a/100%/x', '/a/100%%/x'],
  ['/a/$x`y"z', '"/a/\\\\$x\\\\`y\\\\"z"'],
  ['/a\\b', '"/a\\\\\\\\b"'],
])('%s is written as %s', (path, written) => {
  expect(execArgument(path)).toBe(written);
});

test('an entry is known for what it is, and another’s is left alone', () => {
  const wanted = autostartEntry(['/new/place', '--hidden'], 'About it');
  const earlier = autostartEntry(['/old/place', '--hidden'], 'About it');
  expect(readEntry(null, wanted)).toBe('none');
  expect(readEntry(wanted, wanted)).toBe('on');
  expect(readEntry(earlier, wanted)).toBe('moved');
  expect(readEntry(`${earlier}Hidden=true\n`, wanted)).toBe('off');
  expect(readEntry(`${wanted}X-GNOME-Autostart-enabled=false\n`, wanted)).toBe('off');
  expect(readEntry('[Desktop Entry]\nExec=/new/place --hidden\n', wanted)).toBe('theirs');
  expect(readEntry('', wanted)).toBe('theirs');
});
