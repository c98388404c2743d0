import { join } from 'node:path';
import { type PlistObject, parsePlistFile, savePlistFile } from 'app-builder-lib/out/util/plist.js';

/**
 * Takes electron-builder's exceptions out of an app's Info.plist, so that macOS allows https alone. They are for
 * the proxy of its updater on the loopback, which Oxygauge has not, and allow plain HTTP to every host.
 */
export async function requireStrictTransport(app: string): Promise<void> {
  const file = join(app, 'Contents/Info.plist');
  const plist = await parsePlistFile<PlistObject>(file);
  await savePlistFile(file, { ...plist, NSAppTransportSecurity: { NSAllowsArbitraryLoads: false } });
}
