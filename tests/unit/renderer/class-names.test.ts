import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const renderer = resolve(import.meta.dirname, '../../../renderer');
const sheets = readdirSync(renderer, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.css'),
);

/** Returns the classes that a sheet defines: the ones that are a whole selector. `.card .name` adapts what another sheet defines. */
function definedBy(sheet: string): Set<string> {
  const css = readFileSync(join(renderer, sheet), 'utf8').replaceAll(/\/\*.*?\*\//gs, '');
  const selectors = [...css.matchAll(/([^{}]+)\{/g)].flatMap(([, list = '']) => list.split(','));
  return new Set(selectors.flatMap((each) => /^\s*\.([\w-]+)\s*$/.exec(each)?.[1] ?? []));
}

test.each([
  ['popover', ['ui/', 'popover/']],
  ['manager', ['ui/', 'charts/', 'manager/']],
])('no class is defined in two style sheets of the %s', (_window, rooms) => {
  const definitions = new Map<string, string[]>();
  for (const sheet of sheets.filter((name) => rooms.some((room) => name.startsWith(room))))
    for (const name of definedBy(sheet))
      definitions.set(name, [...(definitions.get(name) ?? []), relative('.', sheet)]);
  expect(definitions.size).toBeGreaterThan(20);
  expect([...definitions].filter(([, files]) => files.length > 1)).toEqual([]);
});
