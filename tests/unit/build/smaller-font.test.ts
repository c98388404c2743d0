import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import subset from 'subset-font';
import { expect, test } from 'vitest';
import { charactersOf, keptRange } from '../../../build/smaller-font.ts';

const root = resolve(import.meta.dirname, '../../..');

test('the style asks the smaller font for what the build keeps of it', () => {
  const style = readFileSync(resolve(root, 'renderer/ui/fonts.css'), 'utf8').replace(/\s+/g, ' ');
  expect(style).toContain(`unicode-range: ${keptRange};`);
});

test('what is kept has the letters of European languages, and no others', () => {
  const kept = charactersOf(keptRange);
  for (const letter of 'ąčđęğıłńőřșțůźẞ₺₴₹') expect(kept).toContain(letter);
  for (const letter of 'aàɐʰᴀ€') expect(kept).not.toContain(letter);
});

test('the smaller font is a quarter of the whole, in every weight', async () => {
  const whole = readFileSync(
    resolve(root, 'node_modules/@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2'),
  );
  const packed = await subset(whole, charactersOf(keptRange), { targetFormat: 'woff2' });
  expect(packed.length).toBeLessThan(whole.length / 4);
  const open = await subset(whole, charactersOf(keptRange), { targetFormat: 'truetype' });
  // The table of what varies.
  expect(open.subarray(0, 600).includes('fvar')).toBe(true);
});
