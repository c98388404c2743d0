import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');

/** A file of a room, and one of its imports. */
type Case = readonly [folder: string, from: string];

const allowed: Case[] = [
  ['electron', './monitor/monitor.ts'],
  ['electron/contract', 'zod'],
  ['electron/contract', './limit.ts'],
  ['electron/text', '../contract/limit.ts'],
  ['electron/text', 'papaparse'],
  ['electron/oxylabs', '../contract/failure.ts'],
  ['electron/oxylabs', 'ky'],
  ['electron/oxylabs/simulator', '../../contract/failure.ts'],
  ['electron/account', '../oxylabs/client.ts'],
  ['electron/account', '../storage/files.ts'],
  ['electron/usage/alerts', '../../contract/alert.ts'],
  ['electron/proxy/formats', '../../contract/connection.ts'],
  ['electron/monitor/connection', '../../proxy/answers.ts'],
  ['electron/monitor/status', '../../status/prometheus.ts'],
  ['electron/status', '../contract/status.ts'],
  ['electron/status', '../text/traffic.ts'],
  ['electron/storage', '../contract/settings.ts'],
  ['electron/storage', 'node:fs'],
  ['electron/monitor', '../account/session.ts'],
  ['electron/monitor/alerts', '../../text/alert.ts'],
  ['electron/monitor/alerts', '../../storage/files.ts'],
  ['electron/desktop', 'electron'],
  ['electron/desktop', '../contract/snapshot.ts'],
  ['electron/desktop/tray', 'electron'],
  ['electron/desktop/tray', '../../contract/snapshot.ts'],
  ['electron/desktop/tray', '../../text/traffic.ts'],
  ['electron/desktop/tray', '../windows/popover.ts'],
  ['electron/desktop/dbus', '@jellybrick/dbus-next'],
  ['electron/desktop/app', 'node:fs/promises'],
  ['renderer/popover', '../../electron/contract/limit.ts'],
  ['renderer/popover', '../../electron/text/limit.ts'],
  ['renderer/popover', '../ui/meter.tsx'],
  ['renderer/popover', 'react'],
  ['renderer/manager/sub-users/grid', '../../../../electron/text/limit.ts'],
  ['renderer/manager/sub-users/grid', 'react-aria'],
];

const forbidden: Case[] = [
  ['electron/status', 'node:fs'],
  ['electron/status', '../storage/status-files.ts'],
  ['electron/status', '../monitor/state.ts'],
  ['electron', 'electron'],
  ['electron/contract', 'electron'],
  ['electron/contract', 'node:fs'],
  ['electron/contract', '../oxylabs/client.ts'],
  ['electron/contract', '../text/limit.ts'],
  ['electron/text', 'node:fs'],
  ['electron/text', 'electron'],
  ['electron/text', '../usage/forecast.ts'],
  ['electron/oxylabs', 'electron'],
  ['electron/oxylabs', '../account/session.ts'],
  ['electron/oxylabs/simulator', '../../usage/forecast.ts'],
  ['electron/usage', '../oxylabs/client.ts'],
  ['electron/usage', 'electron'],
  ['electron/usage', '../proxy/answers.ts'],
  ['electron/proxy', '../usage/forecast.ts'],
  ['electron/proxy/formats', '../../text/limit.ts'],
  ['electron/text', '../proxy/answers.ts'],
  ['renderer/manager/connection', '../../../electron/proxy/answers.ts'],
  ['electron/usage/alerts', '../../oxylabs/client.ts'],
  ['electron/usage/alerts', '../../text/alert.ts'],
  ['electron/account', 'electron'],
  ['electron/account', '../monitor/state.ts'],
  ['electron/storage', 'electron'],
  ['electron/storage', 'electron-store'],
  ['electron/storage', '../oxylabs/client.ts'],
  ['electron/storage', '../desktop/app/json-store.ts'],
  ['electron/monitor', 'electron'],
  ['electron/monitor', '../desktop/tray/tray.ts'],
  ['electron/monitor/alerts', '../../desktop/tray/tray.ts'],
  ['electron/monitor/alerts', '../../main.ts'],
  ['electron/desktop', '../monitor/state.ts'],
  ['electron/desktop', '../oxylabs/client.ts'],
  ['electron/desktop', 'ky'],
  ['electron/desktop/tray', '../../monitor/state.ts'],
  ['electron/desktop/tray', '../../account/session.ts'],
  ['electron/desktop/tray', '../../main.ts'],
  ['electron/desktop/tray', 'ky'],
  ['renderer/popover', 'electron'],
  ['renderer/popover', 'node:fs'],
  ['renderer/popover', '../../electron/monitor/state.ts'],
  ['renderer/popover', 'react-aria-components'],
  ['renderer/popover', '../manager/ui/dialog.tsx'],
  ['renderer/manager/sub-users/grid', 'electron'],
  ['renderer/manager/sub-users/grid', '../../../../electron/storage/files.ts'],
  ['build/session', '../../electron/monitor/state.ts'],
];

const probe = realpathSync(mkdtempSync(join(tmpdir(), 'oxygauge-rules-')));
afterAll(() => rmSync(probe, { recursive: true }));
const refused = lint([...allowed, ...forbidden]);

/** Lints the cases with the project's configuration, as `npm run check` does, and returns those that are refused. */
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
