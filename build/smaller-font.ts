import subset from 'subset-font';
import type { Plugin } from 'vite';

/**
 * Lists what the package holds of Inter beyond Latin-1, as CSS does in `unicode-range`: the letters of European languages,
 * for the dates of a system's locale and for names, and the signs of currencies.
 */
export const keptRange =
  'U+0100-017F, U+0218-021B, U+1E80-1E85, U+1E9E, U+1EF2-1EF3, U+2020, U+20A0-20AB, U+20AD-20C0, U+2113';

/** Leaves out of Inter's extended Latin what no text here has: 65 of 85 kB, most of it phonetic letters. */
export function smallerFont(): Plugin {
  return {
    name: 'smaller-font',
    apply: 'build',
    async generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'asset' || !/inter-latin-ext.*\.woff2$/.test(file.fileName)) continue;
        file.source = await subset(Buffer.from(file.source), charactersOf(keptRange), {
          targetFormat: 'woff2',
        });
      }
    },
  };
}

/** Returns the characters of a `unicode-range`. */
export function charactersOf(range: string): string {
  return range
    .split(', ')
    .flatMap((part) => {
      const [first = 0, last = first] = part
        .slice(2)
        .split('-')
        .map((hex) => Number.parseInt(hex, 16));
      return Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index));
    })
    .join('');
}
