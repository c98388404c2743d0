import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const renderer = resolve(import.meta.dirname, '../../../renderer');
const samples = ['ui-parts.tsx', 'manager-parts.tsx', 'chart-parts.tsx'].map((file) =>
  readFileSync(join(renderer, 'gallery', file), 'utf8'),
);

/** They fill a window, so the gallery shows them as states of one. */
const windows = ['crash-screen.tsx', 'starting.tsx', 'mount.tsx', 'plot.tsx', 'plot-marks.tsx'];

test.each(['ui', 'manager/ui', 'charts'])('the gallery shows every part of %s', (folder) => {
  const parts = readdirSync(join(renderer, folder)).filter((file) => file.endsWith('.tsx'));
  expect(parts.length).toBeGreaterThan(3);
  const missing = parts.filter(
    (part) => !windows.includes(part) && !samples.some((sample) => sample.includes(`'../${folder}/${part}'`)),
  );
  expect(missing).toEqual([]);
});
