import { release } from 'node:os';
import { app } from 'electron';

/** Returns the versions of the app, its runtime and the system. */
export function runtimeVersions() {
  const { electron = 'none', chrome = 'none', node } = process.versions;
  const platform = `${process.platform}-${process.arch}-${release()}`;
  return { version: app.getVersion(), electron, chrome, node, platform };
}
