import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { picturesIn } from '../../../build/pictures/readme.ts';

const root = resolve(import.meta.dirname, '../../..');

test('the repository holds just the pictures that README shows, compressed', () => {
  const folder = join(root, 'docs/pictures');
  const shown = picturesIn(readFileSync(join(root, 'README.md'), 'utf8'));
  expect(shown.length).toBeGreaterThan(5);
  expect(readdirSync(folder).sort()).toEqual([...shown].sort());
  for (const name of shown) expect(statSync(join(folder, name)).size, name).toBeLessThan(160_000);
});
