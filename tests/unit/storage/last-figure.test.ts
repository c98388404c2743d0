import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { noLastFigure, openLastFigure } from '../../../electron/storage/last-figure.ts';
import { profileFolder, removeFolders } from '../../support/unit/storage.ts';

let profile: string;
beforeEach(() => {
  profile = profileFolder();
});
afterEach(removeFolders);

const figure = { total: '1.24 GB', days: '1 Mar – 15 Mar', step: 7, readAt: 1_000 };
const file = () => join(profile, 'tray.json');

test('the next start reads what was kept, and no other user can', () => {
  openLastFigure(profile).keep(figure);
  expect(openLastFigure(profile).read(2_000)).toEqual(figure);
  expect(statSync(file()).mode & 0o777).toBe(0o600);
  expect(readdirSync(profile)).toEqual(['tray.json']);
});

test('an equal figure is not written again, and none erases it', () => {
  const opened = openLastFigure(profile);
  opened.keep(figure);
  writeFileSync(file(), 'seen');
  opened.keep({ ...figure });
  expect(readFileSync(file(), 'utf8')).toBe('seen');
  opened.keep(null);
  expect(existsSync(file())).toBe(false);
});

test.each([
  ['nothing', ''],
  ['half of it', JSON.stringify(figure).slice(0, 30)],
  ['NUL', '\0'.repeat(80)],
  ['another kind of value', '[1]'],
  ['a null', 'null'],
  ['a number for the total', JSON.stringify({ ...figure, total: 12 })],
  ['a total of a page', JSON.stringify({ ...figure, total: 'x'.repeat(61) })],
  ['days of another kind', JSON.stringify({ ...figure, days: 3 })],
  ['a step that is none', JSON.stringify({ ...figure, step: 0.5 })],
  ['a negative step', JSON.stringify({ ...figure, step: -1 })],
  ['a time that is none', JSON.stringify({ ...figure, readAt: '1' })],
  ['a time to come', JSON.stringify({ ...figure, readAt: 3_000 })],
  ['a file without an end', JSON.stringify({ ...figure, more: 'x'.repeat(3_000) })],
])('%s is no figure', (_what, text) => {
  mkdirSync(profile);
  writeFileSync(file(), text);
  expect(openLastFigure(profile).read(2_000)).toBeNull();
});

test('a folder that cannot be made is no error', () => {
  const blocked = join(profile, 'blocked');
  mkdirSync(profile);
  writeFileSync(blocked, '');
  const opened = openLastFigure(blocked);
  opened.keep(figure);
  expect(opened.read(2_000)).toBeNull();
});

test('the demo keeps none', () => {
  noLastFigure.keep(figure);
  expect(noLastFigure.read(2_000)).toBeNull();
});
