import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');

/** A file of a room, and an import in it. */
type Case = readonly [folder: string, from: string];

const allowed: Case[] = [
  ['electron/contract', 'zod'],
  ['electron/oxylabs', '../contract/failure.ts'],
  ['electron/oxylabs', 'ky'],
  ['electron/account', '../oxylabs/client.ts'],
  ['electron/monitor', '../account/session.ts'],
  ['electron/desktop', 'electron'],
  ['electron/desktop', '../contract/snapshot.ts'],
  ['renderer/popover', '../../electron/contract/limit.ts'],
];

const forbidden: Case[] = [
  ['electron/contract', 'electron'],
  ['electron/contract', 'node:fs'],
  ['electron/contract', '../oxylabs/client.ts'],
  ['electron/oxylabs', 'electron'],
  ['electron/oxylabs', '../account/session.ts'],
  ['electron/usage', '../oxylabs/client.ts'],
  ['electron/usage', 'electron'],
  ['electron/account', 'electron'],
  ['electron/account', '../monitor/state.ts'],
  ['electron/monitor', 'electron'],
  ['electron/monitor', '../desktop/tray.ts'],
  ['electron/desktop', '../monitor/state.ts'],
  ['electron/desktop', '../oxylabs/client.ts'],
  ['electron/desktop', 'ky'],
  ['renderer/popover', 'electron'],
  ['renderer/popover', 'node:fs'],
  ['renderer/popover', '../../electron/monitor/state.ts'],
];

const probe = realpathSync(mkdtempSync(join(tmpdir(), 'oxygauge-rules-')));
afterAll(() => rmSync(probe, { recursive: true }));
const refused = lint([...allowed, ...forbidden]);

/** Lints the cases under the project's own configuration, as `npm run check` would; answers with those it refuses. */
function lint(cases: Case[]): Set<string> {
  cpSync(join(root, 'biome.json'), join(probe, 'biome.json'));
  for (const each of cases) {
    const file = fileOf(each);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `import * as it from '${each[1]}';\nconsole.log(it);\n`);
  }
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  const words = ['lint', '--vcs-enabled=false', '--reporter=github', '--max-diagnostics=none', '.'];
  const { stdout } = spawnSync(process.execPath, [biome, ...words], { cwd: probe, encoding: 'utf8' });
  const lines = stdout.split('\n').filter((line) => /^::error .*noRestrictedImports/.test(line));
  return new Set(lines.map((line) => /file=([^,]+)/.exec(line)?.[1] ?? line));
}

function fileOf([folder, from]: Case): string {
  return join(probe, folder, `${from.replace(/\W+/g, '_')}.ts`);
}

test.each(allowed)('%s may import %s', (...each) => expect(refused).not.toContain(fileOf(each)));
test.each(forbidden)('%s may not import %s', (...each) => expect(refused).toContain(fileOf(each)));
