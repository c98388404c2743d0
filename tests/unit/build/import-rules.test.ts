import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');

/** Lints one import as if it stood in a file of a room. `npm run check` lints the rooms by the same rules. */
function lint(file: string, from: string): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['node_modules/@biomejs/biome/bin/biome', 'lint', '--error-on-warnings', `--stdin-file-path=${file}`],
    { cwd: root, input: `import * as it from '${from}';\nconsole.log(it);\n`, encoding: 'utf8' },
  );
  return { status, output: `${stdout}${stderr}` };
}

test.each([
  ['electron/contract/x.ts', 'zod'],
  ['electron/oxylabs/x.ts', '../contract/failure.ts'],
  ['electron/oxylabs/x.ts', 'ky'],
  ['electron/account/x.ts', '../oxylabs/client.ts'],
  ['electron/monitor/x.ts', '../account/session.ts'],
  ['electron/desktop/x.ts', 'electron'],
  ['electron/desktop/x.ts', '../contract/snapshot.ts'],
  ['electron/main.ts', './monitor/poller.ts'],
  ['renderer/popover/x.tsx', '../../electron/contract/limit.ts'],
])('%s may import %s', (file, from) => expect(lint(file, from)).toMatchObject({ status: 0 }));

test.each([
  ['electron/contract/x.ts', 'electron'],
  ['electron/contract/x.ts', 'node:fs'],
  ['electron/contract/x.ts', '../oxylabs/client.ts'],
  ['electron/oxylabs/x.ts', 'electron'],
  ['electron/oxylabs/x.ts', '../account/session.ts'],
  ['electron/usage/x.ts', '../oxylabs/client.ts'],
  ['electron/usage/x.ts', 'electron'],
  ['electron/account/x.ts', 'electron'],
  ['electron/account/x.ts', '../monitor/state.ts'],
  ['electron/monitor/x.ts', 'electron'],
  ['electron/monitor/x.ts', '../desktop/tray.ts'],
  ['electron/desktop/x.ts', '../monitor/state.ts'],
  ['electron/desktop/x.ts', '../oxylabs/client.ts'],
  ['electron/desktop/x.ts', 'ky'],
  ['renderer/popover/x.tsx', 'electron'],
  ['renderer/popover/x.tsx', 'node:fs'],
  ['renderer/popover/x.tsx', '../../electron/monitor/state.ts'],
])('%s may not import %s', (file, from) => {
  const { status, output } = lint(file, from);
  expect(output).toContain('noRestrictedImports');
  expect(status).not.toBe(0);
});
