import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from '@playwright/test';
import { startChild } from '../../build/session/child.ts';
import { root, switchesOf } from '../driver/app.ts';
import { newProfile } from '../driver/profiles.ts';
import { WaylandDesktop } from '../driver/wayland.ts';
import { test } from '../support/e2e/fixtures.ts';
import { longStatusText } from '../support/unit/status.ts';

const run = promisify(execFile);
const modules = join(root, 'docs/status-bars');

/** Colours that nothing else on the screen has, for two of the classes. */
const style = `
* { border: none; font-size: 14px; }
window { background: #000000; }
#custom-oxygauge { color: #ffffff; }
#custom-oxygauge.ok { background: #00ff00; }
#custom-oxygauge.unknown { background: #0000ff; }
`;

test('waybar shows the module of the documents, with the class of what is known', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'oxygauge-waybar-'));
  const profile = newProfile();
  const desktop = await WaylandDesktop.start();
  const { WAYLAND_DISPLAY = '' } = desktop.launch.environment;
  const command = [process.env.OXYGAUGE_ELECTRON ?? '', root, ...switchesOf({}, profile)];
  const quoted = command.map((word) => `'${word}'`).join(' ');
  writeFileSync(join(folder, 'oxygauge'), `#!/bin/sh\nexec ${quoted} "$@"\n`, { mode: 0o755 });
  const own = JSON.parse(readFileSync(join(modules, 'waybar.jsonc'), 'utf8').replace(/^\s*\/\/.*$/gm, ''));
  // The documents ask once a minute.
  own['custom/oxygauge'].interval = 1;
  writeFileSync(
    join(folder, 'config'),
    JSON.stringify({ height: 30, 'modules-left': ['custom/oxygauge'], ...own }),
  );
  writeFileSync(join(folder, 'style.css'), style);
  const waybar = startChild(
    'waybar',
    ['--config', join(folder, 'config'), '--style', join(folder, 'style.css')],
    {
      WAYLAND_DISPLAY,
      GDK_BACKEND: 'wayland',
      PATH: `${folder}:${process.env.PATH}`,
    },
  );
  const colours = async () => {
    const picture = join(process.env.OXYGAUGE_TEST_OUTPUT ?? folder, 'waybar.png');
    await run('grim', ['-g', '0,0 300x30', picture], { env: { ...process.env, WAYLAND_DISPLAY } });
    const { stdout } = await run('convert', [picture, '-unique-colors', 'txt:']);
    return stdout;
  };
  await expect.poll(colours).toMatch(/#0000FF/i);
  // It is read from the profile where the runtime folder has none.
  writeFileSync(join(profile, 'status.json'), longStatusText(Date.now()));
  await expect.poll(colours).toMatch(/#00FF00/i);
  expect(await colours()).not.toMatch(/#0000FF/i);
  await waybar.stop();
  await desktop.stop();
  rmSync(folder, { recursive: true, force: true });
});
