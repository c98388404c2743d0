import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';

/** An address that leads nowhere. */
const nowhere = 'disabled:';

/**
 * Where there is no session bus, libdbus starts one with `dbus-launch` from inside Chromium, which takes that for an attack
 * on its files and ends the app. An address that leads nowhere keeps it from that; it is read before our first line runs, so
 * the app has to start anew with it. Answers whether it does: then this process ends.
 */
export function startsAnewWithoutAutolaunch(): boolean {
  const { DBUS_SESSION_BUS_ADDRESS: address, XDG_RUNTIME_DIR: runtime } = process.env;
  if (process.platform !== 'linux' || address) return false;
  // Where libdbus looks by itself.
  if (runtime && existsSync(join(runtime, 'bus'))) return false;
  process.env.DBUS_SESSION_BUS_ADDRESS = nowhere;
  app.relaunch();
  app.exit(0);
  return true;
}
