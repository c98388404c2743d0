import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { serviceAppears } from './bus-name.ts';
import { type Child, startChild } from './child.ts';

/** Wide enough to hold two displays side by side. */
const screen = '2560x1600x24';
const busConfig = resolve(import.meta.dirname, 'session-bus.conf');

export type DesktopSession = {
  /** What a program needs to run in the session. */
  environment: Record<string, string>;
  stop(): Promise<void>;
};

/**
 * Starts a desktop session with only what an app needs: a display, a session bus, an unlocked keyring, and a
 * home that is removed at the end. The bus starts no service, so that no panel or notification daemon of this
 * computer takes part.
 */
export async function startDesktopSession(): Promise<DesktopSession> {
  const home = mkdtempSync(join(tmpdir(), 'oxygauge-home-'));
  const children: Child[] = [];
  const stop = async () => {
    for (const child of children.splice(0).reverse()) await child.stop();
    rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  const start = (program: string, words: string[], environment: Record<string, string> = {}) => {
    const child = startChild(program, words, environment);
    children.push(child);
    return child;
  };
  try {
    const cookies = join(home, '.Xauthority');
    writeFileSync(cookies, displayCookie(), { mode: 0o600 });
    // Without -noreset it begins again, and drops who comes just then, whenever its last client leaves.
    const display = start('Xvfb', ['-displayfd', '3', '-noreset', '-auth', cookies, '-screen', '0', screen]);
    const bus = start('dbus-daemon', [
      `--config-file=${busConfig}`,
      `--address=unix:dir=${home}`,
      '--nofork',
      '--print-address=3',
    ]);
    const environment = {
      HOME: home,
      XDG_RUNTIME_DIR: home,
      XDG_CONFIG_HOME: join(home, '.config'),
      XDG_CACHE_HOME: join(home, '.cache'),
      XDG_DATA_HOME: join(home, '.local', 'share'),
      TMPDIR: home,
      // Chromium derives the keyring from it; unknown, since the tests choose the keyring themselves.
      XDG_CURRENT_DESKTOP: '',
      LANG: 'C.UTF-8',
      XAUTHORITY: cookies,
      DISPLAY: `:${await display.firstWords()}`,
      DBUS_SESSION_BUS_ADDRESS: await bus.firstWords(),
    };
    await startKeyring(start, environment);
    return { environment, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

type Start = (program: string, words: string[], environment: Record<string, string>) => Child;

/** Creates a keyring with this password if there is none. It is unlocked before its name is on the bus. */
async function startKeyring(start: Start, environment: Record<string, string>): Promise<void> {
  const keyring = start(
    'gnome-keyring-daemon',
    ['--foreground', '--unlock', '--components=secrets'],
    environment,
  );
  keyring.input.end('x');
  await Promise.race([
    serviceAppears('org.freedesktop.secrets', environment.DBUS_SESSION_BUS_ADDRESS ?? ''),
    keyring.ended,
  ]);
}

/** Writes an Xauthority entry for any display: without it, every user of this computer could read ours. */
function displayCookie(): Buffer {
  const field = (content: Buffer) => Buffer.concat([Buffer.of(0, content.length), content]);
  const everyFamily = Buffer.of(0xff, 0xff);
  const everyAddress = field(Buffer.alloc(0));
  const everyDisplay = field(Buffer.alloc(0));
  const protocol = field(Buffer.from('MIT-MAGIC-COOKIE-1'));
  return Buffer.concat([everyFamily, everyAddress, everyDisplay, protocol, field(randomBytes(16))]);
}
