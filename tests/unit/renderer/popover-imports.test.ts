import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseSync } from 'vite';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');

test('the popover loads React and almost nothing else', () => {
  expect(packagesOf('renderer/popover/main.tsx')).toEqual([
    'intl-messageformat',
    'lucide-react',
    'react',
    'react-dom/client',
    'zustand/vanilla',
  ]);
});

test('the entry, which is all that a start loads before the tray, loads the formats of messages only', () => {
  const packages = packagesOf('electron/main.ts').filter((name) => !name.startsWith('node:'));
  expect(packages).toEqual(['electron', 'intl-messageformat']);
});

/** Returns the packages that a file imports, itself or through others. */
function packagesOf(first: string): string[] {
  const packages = new Set<string>();
  const seen = new Set<string>();
  function follow(file: string): void {
    if (seen.has(file)) return;
    seen.add(file);
    for (const name of importsOf(file)) {
      if (!name.startsWith('.')) packages.add(name);
      else if (/\.tsx?$/.test(name)) follow(resolve(dirname(file), name));
    }
  }
  follow(resolve(root, first));
  expect(seen.size).toBeGreaterThan(20);
  return [...packages].sort();
}

/** Returns what a file imports and keeps after types are removed. */
function importsOf(file: string): string[] {
  const { staticImports } = parseSync(file, readFileSync(file, 'utf8')).module;
  return staticImports
    .filter(({ entries }) => entries.length === 0 || entries.some(({ isType }) => !isType))
    .map(({ moduleRequest }) => moduleRequest.value);
}
