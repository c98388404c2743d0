import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { en } from '../../../electron/text/en.ts';
import { enStart } from '../../../electron/text/en-start.ts';

const main = resolve(import.meta.dirname, '../../../electron/main.ts');

/** Returns a file and all that it imports when it is loaded. Types are no part of that. */
function loadedWith(file: string, found = new Map<string, string>()): Map<string, string> {
  if (found.has(file)) return found;
  const source = readFileSync(file, 'utf8');
  found.set(file, source);
  for (const [, path = ''] of source.matchAll(/^import (?!type )(?:[^;]*? from )?'(\.[^']+)'/gm))
    loadedWith(join(file, '..', path), found);
  return found;
}

/** Returns the topics of the keys in a source. */
function topicsIn(source: string): string[] {
  const keys = source.matchAll(/['`]([a-zA-Z]+)\.([\w.-]*)/g);
  return [...keys].flatMap(([, topic = '', name = '']) => {
    const known = Object.keys(Object.entries(en).find(([each]) => each === topic)?.[1] ?? {});
    return known.some((each) => each.startsWith(name)) ? topic : [];
  });
}

test('what a start loads before the tray says no text that is loaded after it', () => {
  const files = loadedWith(main);
  const topics = new Set([...files.values()].flatMap(topicsIn));
  expect([...topics].sort()).toEqual(Object.keys(enStart).sort());
  expect([...files.keys()].some((file) => file.endsWith('whole-catalogue.ts'))).toBe(false);
});

test('the topics of a key are found in any form', () => {
  const source = `say('tray.open'); say(\`failure.write.\${done}\`); say(a ? 'grid.over' : 'settings.json')`;
  expect(topicsIn(source)).toEqual(['tray', 'failure', 'grid']);
});
