import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');

/** Maps a file to the files that it imports, type-only imports included. */
type Imports = ReadonlyMap<string, readonly string[]>;

function readImports(folders: readonly string[]): Imports {
  const files = folders
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
        posix.join(folder, file.replaceAll('\\', '/')),
      ),
    )
    .filter((file) => /\.tsx?$/.test(file));
  return new Map(
    files.map((file) => [file, importsOf(file, readFileSync(join(root, file), 'utf8')).filter(isIn(files))]),
  );
}

function isIn(files: readonly string[]): (file: string) => boolean {
  const all = new Set(files);
  return (file) => all.has(file);
}

/** Returns the relative imports and re-exports of a file, static and dynamic. */
function importsOf(file: string, text: string): string[] {
  const paths = text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"](\.[^'"]+)['"]/g);
  return [...paths].map(([, path = '']) => posix.join(posix.dirname(file), path));
}

/** Returns one circle for each file that a search reaches again: `a → b → a`. */
function circles(imports: Imports): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const path: string[] = [];
  function visit(file: string): void {
    const back = path.indexOf(file);
    if (back !== -1) found.push([...path.slice(back), file].join(' → '));
    if (back !== -1 || done.has(file)) return;
    path.push(file);
    for (const next of imports.get(file) ?? []) visit(next);
    path.pop();
    done.add(file);
  }
  for (const file of imports.keys()) visit(file);
  return found;
}

test('no files of the app import each other in a circle', () => {
  const imports = readImports(['electron', 'renderer']);
  expect([...imports.values()].flat().length).toBeGreaterThan(500);
  expect(circles(imports)).toEqual([]);
});

test('a circle is found through any kind of import', () => {
  const text = (path: string) => [
    `import type { It } from '${path}';`,
    `import {\n  it,\n} from "${path}";`,
    `export * from '${path}';`,
    `import '${path}';`,
    `const it = await import('${path}');`,
  ];
  for (const back of text('../a.ts')) {
    const files = { 'a.ts': "import './b/b.ts';", 'b/b.ts': "import { c } from '../c.tsx';", 'c.tsx': '' };
    const parsed = new Map(Object.entries(files).map(([file, body]) => [file, importsOf(file, body)]));
    expect(circles(parsed)).toEqual([]);
    parsed.set('b/b.ts', importsOf('b/b.ts', back));
    expect(circles(parsed)).toEqual(['a.ts → b/b.ts → a.ts']);
  }
});
