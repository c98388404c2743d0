import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './run.ts';
import type { TestUser } from './test-user.ts';

/** Wide enough to hold two displays side by side. */
const screen = '2560x800x24';

export type SessionOptions = {
  user: TestUser;
  cwd: string;
  environment?: Record<string, string>;
};

/**
 * Runs a command in a desktop session of its own: a display outside, a session bus with an unlocked keyring inside,
 * a home that is thrown away after. Answers with the exit code.
 */
export async function runInDesktopSession(
  command: readonly string[],
  options: SessionOptions,
): Promise<number> {
  const home = mkdtempSync(join(tmpdir(), 'oxygauge-home-'));
  try {
    options.user.giveTo(home);
    const environment = {
      ...options.environment,
      HOME: home,
      XDG_RUNTIME_DIR: home,
      XDG_CONFIG_HOME: join(home, '.config'),
      XDG_CACHE_HOME: join(home, '.cache'),
      XDG_DATA_HOME: join(home, '.local', 'share'),
      TMPDIR: home,
      // Where Chromium would look for the desktop's kind; unknown, as the tests choose the keyring themselves.
      XDG_CURRENT_DESKTOP: '',
      LANG: 'C.UTF-8',
    };
    return await run(options.user.command([...display, ...bus, ...command], environment), {
      cwd: options.cwd,
    });
  } finally {
    rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

// Services that the bus starts need the display, so it comes first.
const display = ['xvfb-run', '--auto-servernum', `--server-args=-screen 0 ${screen}`];
const unlockKeyring = 'printf x | gnome-keyring-daemon --unlock --components=secrets >/dev/null';
const bus = ['dbus-run-session', '--', 'sh', '-c', `${unlockKeyring}; exec "$@"`, 'sh'];
