import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { resolveRuntime } from './runtime/resolve.ts';
import { binary, run } from './session/run.ts';
import { runAtHome } from './session/run-at-home.ts';
import { stage } from './session/stage.ts';
import { ensureSystemLibraries } from './session/system-libraries.ts';
import { testUser } from './session/test-user.ts';

/** Runs the app in real desktops' own panels, trays and sessions, which it installs, and keeps their pictures. */
const root = resolve(import.meta.dirname, '..');
ensureSystemLibraries([
  ...['trayer', 'xdotool', 'openbox'],
  ...['xfce4-panel', 'xfce4-notifyd', 'xfce4-session', 'lxqt-panel'],
  ...['waybar', 'mako-notifier', 'grim'],
  'systemd',
]);
const { executable } = await resolveRuntime({ allowRegistry: true });
const built = await run(['npm', 'run', '--silent', 'build'], { cwd: root });
if (built !== 0) process.exit(built);

const user = testUser();
const staged = stage(root, user);
const output = mkdtempSync(join(tmpdir(), 'oxygauge-desktops-'));
user.giveTo(output);
const words = ['test', '--config=playwright.desktops.config.ts', '--reporter=list', ...process.argv.slice(2)];
process.exitCode = await runAtHome([...binary('@playwright/test/cli.js'), ...words], {
  user,
  cwd: staged.folder,
  environment: { OXYGAUGE_ELECTRON: executable, OXYGAUGE_TEST_OUTPUT: output },
}).finally(() => staged.remove());
console.log(`Pictures: ${output}`);
