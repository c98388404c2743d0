import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';

/** An address that leads nowhere. */
const nowhere = 'disabled:';

/**
 * Restarts the app with an unusable bus address if there is no session bus, and returns whether this process ends for it.
 * Otherwise libdbus runs `dbus-launch` inside Chromium, which takes that for an attack and aborts; the address is read
 * before our first line.
 */
export function restartsWithoutAutolaunch(): boolean {
  const { DBUS_SESSION_BUS_ADDRESS: address, XDG_RUNTIME_DIR: runtime } = process.env;
  if (process.platform !== 'linux' || address) return false;
  // libdbus itself looks here.
  if (runtime && existsSync(join(runtime, 'bus'))) return false;
  process.env.DBUS_SESSION_BUS_ADDRESS = nowhere;
  app.relaunch();
  app.exit(0);
  return true;
}
