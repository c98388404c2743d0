import { parse } from '@formatjs/icu-messageformat-parser';
import type { Plugin } from 'vite';

const withoutParser = '@formatjs/icu-messageformat-parser/no-parser.js';
const catalogue = /\/electron\/text\/en\/[^/]+\.ts$/;

/**
 * Replaces the catalogue's messages that have arguments by their parsed form, so that no bundle holds the parser: it is
 * twice as large as the entry, which is all that a start loads before the tray.
 */
export function parsedMessages(): Plugin {
  return {
    name: 'parsed-messages',
    apply: 'build',
    enforce: 'post',
    config: () => ({
      resolve: { alias: [{ find: /^@formatjs\/icu-messageformat-parser$/, replacement: withoutParser }] },
    }),
    transform: {
      filter: { id: catalogue },
      handler(code) {
        const messages = textsIn(this.parse(code)).filter(({ value }) => value.includes('{'));
        let parsed = code;
        for (const { value, start, end } of messages.reverse())
          parsed =
            parsed.slice(0, start) + JSON.stringify(parse(value, { ignoreTag: true })) + parsed.slice(end);
        return { code: parsed, map: null };
      },
    },
  };
}

type Text = { value: string; start: number; end: number };

/** Returns the string literals of a syntax tree, in their order. */
function textsIn(node: unknown): Text[] {
  if (Array.isArray(node)) return node.flatMap(textsIn);
  if (typeof node !== 'object' || node === null) return [];
  return isText(node) ? [node] : Object.values(node).flatMap(textsIn);
}

function isText(node: object): node is Text {
  return 'type' in node && node.type === 'Literal' && 'value' in node && typeof node.value === 'string';
}
