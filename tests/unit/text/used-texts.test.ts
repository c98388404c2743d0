import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { en } from '../../../electron/text/en.ts';
import { enAnswer } from '../../../electron/text/en-answer.ts';

const root = resolve(import.meta.dirname, '../../..');
const source = ['electron', 'renderer']
  .flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('text/en'))
      .map((file) => readFileSync(join(root, room, file), 'utf8')),
  )
  .join('\n');

/** Keys that are put together: what stands before and behind what is filled in. */
const filledIn = [...source.matchAll(/`([a-zA-Z]+\.[\w.-]*)\$\{[^`]*?\}([\w.-]*)`/g)].map(
  ([, before = '', after = '']) => ({ before, after }),
);

test('every text of the catalogue is said somewhere', () => {
  const keys = Object.entries({ ...en, ...enAnswer }).flatMap(([topic, texts]) =>
    Object.keys(texts).map((name) => `${topic}.${name}`),
  );
  const isSaid = (key: string) =>
    source.includes(`'${key}'`) ||
    filledIn.some(({ before, after }) => key.startsWith(before) && key.endsWith(after));
  expect(keys.filter((key) => !isSaid(key))).toEqual([]);
});
