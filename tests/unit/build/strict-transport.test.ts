import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parsePlistFile } from 'app-builder-lib/out/util/plist.js';
import { expect, test } from 'vitest';
import { requireStrictTransport } from '../../../build/packages/strict-transport.ts';

/** As electron-builder 26.17 writes it. */
const written = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
  <dict>
    <key>CFBundleName</key><string>Oxygauge</string>
    <key>ElectronAsarIntegrity</key>
    <dict>
      <key>Resources/app.asar</key>
      <dict><key>algorithm</key><string>SHA256</string><key>hash</key><string>00ff</string></dict>
    </dict>
    <key>LSUIElement</key><true/>
    <key>NSAppTransportSecurity</key>
    <dict>
      <key>NSAllowsArbitraryLoads</key><true/>
      <key>NSAllowsLocalNetworking</key><true/>
      <key>NSExceptionDomains</key>
      <dict>
        <key>127.0.0.1</key>
        <dict><key>NSTemporaryExceptionAllowsInsecureHTTPLoads</key><true/></dict>
        <key>localhost</key>
        <dict><key>NSTemporaryExceptionAllowsInsecureHTTPLoads</key><true/></dict>
      </dict>
    </dict>
  </dict>
</plist>
`;

test('on macOS a packaged app is allowed https alone, and the rest of its Info.plist stays', async () => {
  const app = mkdtempSync(join(tmpdir(), 'oxygauge-plist-'));
  const file = join(app, 'Contents/Info.plist');
  mkdirSync(join(app, 'Contents'));
  writeFileSync(file, written);
  await requireStrictTransport(app);
  expect(await parsePlistFile(file)).toEqual({
    CFBundleName: 'Oxygauge',
    ElectronAsarIntegrity: { 'Resources/app.asar': { algorithm: 'SHA256', hash: '00ff' } },
    LSUIElement: true,
    NSAppTransportSecurity: { NSAllowsArbitraryLoads: false },
  });
  expect(readFileSync(file, 'utf8')).not.toContain('localhost');
  rmSync(app, { recursive: true });
});
