import { release } from 'node:os';
import { app } from 'electron';

/** What runs: the app, its runtime and the system, each in a word. */
export function runtimeVersions() {
  const { electron = 'none', chrome = 'none', node } = process.versions;
  const platform = `${process.platform}-${process.arch}-${release()}`;
  return { version: app.getVersion(), electron, chrome, node, platform };
}
