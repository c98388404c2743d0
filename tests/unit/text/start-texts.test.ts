import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { en } from '../../../electron/text/en.ts';
import { enAnswer } from '../../../electron/text/en-answer.ts';
import { enMain } from '../../../electron/text/en-main.ts';
import { enStart } from '../../../electron/text/en-start.ts';

const catalogue = { ...en, ...enAnswer };
const electron = resolve(import.meta.dirname, '../../../electron');
const main = join(electron, 'main.ts');

const atOnce = /^import (?!type )(?:[^;]*? from )?'(\.[^']+)'/gm;
const later = /import\('(\.[^']+)'\)/g;

/** Returns a file and all that it imports: when it is loaded, and with `later` also when it is used. Types are no part. */
function loadedWith(
  file: string,
  imports: readonly RegExp[],
  found = new Map<string, string>(),
): Map<string, string> {
  if (found.has(file)) return found;
  const source = readFileSync(file, 'utf8');
  found.set(file, source);
  for (const [, path = ''] of imports.flatMap((form) => [...source.matchAll(form)]))
    loadedWith(join(file, '..', path), imports, found);
  return found;
}

/** Returns the topics of the keys in a source. */
function topicsIn(source: string): string[] {
  const keys = source.matchAll(/['`]([a-zA-Z]+)\.([\w.-]*)/g);
  return [...keys].flatMap(([, topic = '', name = '']) => {
    const known = Object.keys(Object.entries(catalogue).find(([each]) => each === topic)?.[1] ?? {});
    return known.some((each) => each.startsWith(name)) ? topic : [];
  });
}

test('what a start loads before the tray says no text that is loaded after it', () => {
  const files = loadedWith(main, [atOnce]);
  const topics = new Set([...files.values()].flatMap(topicsIn));
  expect([...topics].sort()).toEqual(Object.keys(enStart).sort());
  expect([...files.keys()].some((file) => file.endsWith('whole-catalogue.ts'))).toBe(false);
});

test('main says no text that only windows have, and has none that it never says', () => {
  const files = loadedWith(join(electron, 'run.ts'), [atOnce, later]);
  // The catalogue's own files name every topic.
  const sources = [...files].filter(([file]) => !/text\/(en|en-answer|en-main|en-start)(\/|\.ts)/.test(file));
  const topics = new Set(sources.flatMap(([, source]) => topicsIn(source)));
  expect([...topics].filter((topic) => !(topic in enMain))).toEqual([]);
  expect(Object.keys(enMain).filter((topic) => !topics.has(topic) && !(topic in enStart))).toEqual([]);
  expect([...files.keys()].some((file) => file.endsWith('whole-catalogue.ts'))).toBe(false);
});

test('an answer on the command line says no text that it does not load, and loads no library of schemas', () => {
  const files = loadedWith(join(electron, 'answer.ts'), [atOnce]);
  expect([...files.values()].flatMap(topicsIn).filter((topic) => !(topic in enAnswer))).toEqual([]);
  expect([...files].filter(([, source]) => /from 'zod'/.test(source)).map(([file]) => file)).toEqual([]);
  expect([...files.keys()].some((file) => file.endsWith('main.ts'))).toBe(false);
});

test('the entry shares no file with what it loads, which would wait for it while it waits', () => {
  const entry = [...loadedWith(join(electron, 'entry.ts'), [atOnce]).keys()];
  const loaded = ['answer.ts', 'main.ts'].flatMap((file) => [
    ...loadedWith(join(electron, file), [atOnce, later]).keys(),
  ]);
  expect(entry).toHaveLength(2);
  expect(entry.filter((file) => loaded.includes(file))).toEqual([]);
});

test('the topics of a key are found in any form', () => {
  const source = `say('tray.open'); say(\`failure.write.\${done}\`); say(a ? 'grid.over' : 'settings.json')`;
  expect(topicsIn(source)).toEqual(['tray', 'failure', 'grid']);
});
