import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createBuilder, type Plugin } from 'vite';
import { afterEach, expect, test } from 'vitest';
import { noticesOf } from '../../../build/notices.ts';

const root = resolve(import.meta.dirname, '../../..');
let scratch = '';

afterEach(() => rmSync(scratch, { recursive: true, force: true }));

/** Builds the app, which takes seconds on an idle computer and far longer on a busy one. */
test('every package that is bundled has its notice, with the name of its author', {
  timeout: 120_000,
}, async () => {
  scratch = mkdtempSync(join(tmpdir(), 'oxygauge-notices-'));
  const bundled = new Set<string>();
  const listing: Plugin = {
    name: 'list-bundled-packages',
    generateBundle: (_options, files) => {
      for (const file of Object.values(files))
        for (const id of file.type === 'chunk' ? file.moduleIds : []) {
          const name = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id)?.[1];
          if (name !== undefined) bundled.add(name);
        }
    },
  };
  const outDir = (folder: string) => ({ build: { outDir: join(scratch, folder) } });
  const builder = await createBuilder({
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'error',
    // Skips minification, which is slow. The bundled packages are the same.
    mode: 'development',
    plugins: [listing],
    environments: {
      client: outDir('renderer'),
      main: outDir('.'),
      jsonStore: outDir('.'),
      preload: outDir('.'),
    },
  });
  await builder.buildApp();
  const notices = readFileSync(join(scratch, 'THIRD-PARTY-NOTICES.txt'), 'utf8');
  const named = [...notices.matchAll(/^(\S+) \d+\.\d+\.\S+ \(.+\)$/gm)].map(([, name]) => name ?? '');
  expect(bundled.size).toBeGreaterThan(20);
  expect([...bundled].filter((name) => !named.includes(name))).toEqual([]);
  expect(named).toContain('rolldown');
  // The D-Bus library's introspection, with its XML parsers, is not bundled.
  expect([...bundled].filter((name) => name.includes('xml'))).toEqual([]);
  for (const author of ['Colin McDonnell', 'Sindre Sorhus', 'Meta Platforms', 'Leon Sorokin'])
    expect(notices).toContain(author);
});

/** Writes a package below a `node_modules` and returns the path of its module. */
function packageWith(description: object, files: Record<string, string> = {}): string {
  scratch = mkdtempSync(join(tmpdir(), 'oxygauge-notices-'));
  const folder = join(scratch, 'node_modules/parts');
  mkdirSync(join(folder, 'esm'), { recursive: true });
  writeFileSync(join(folder, 'esm/package.json'), '{ "type": "module" }');
  for (const [name, text] of Object.entries({ 'package.json': JSON.stringify(description), ...files }))
    writeFileSync(join(folder, name), text);
  return join(folder, 'esm/index.js');
}

test('a notice holds all that a package asks to be passed on', () => {
  const module = packageWith(
    { name: 'parts', version: '1.2.3', license: 'Apache-2.0' },
    { 'LICENSE.md': 'The licence', NOTICE: 'The notice', 'licenses.js': 'no licence' },
  );
  const notices = noticesOf([module, join(root, 'electron/main.ts'), '\0virtual']);
  expect(notices).toMatch(/parts 1\.2\.3 \(Apache-2\.0\)\n\nThe licence\n\nThe notice\n$/);
  expect(notices).not.toContain('no licence');
});

test('a package that comes without its licence fails the build', () => {
  const unnamed = packageWith({ name: 'parts', version: '1.2.3' });
  expect(() => noticesOf([unnamed])).toThrow('names no licence');
  const textless = packageWith({ name: 'parts', version: '1.2.3', license: 'ISC', author: 'A. Author' });
  expect(() => noticesOf([textless])).toThrow('without its licence');
});
