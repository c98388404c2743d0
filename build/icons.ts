import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
// biome-ignore lint/style/noRestrictedImports: one drawing for the tray and the icons, pure and without Electron.
import { drawAppGauge, straightRgba } from '../electron/desktop/tray/app-gauge.ts';

/** Draws the app's icons with the tray's own gauge, in the sizes that desktops ask for. Run it when the gauge changes. */
const folder = resolve(import.meta.dirname, 'icons');
mkdirSync(folder, { recursive: true });
for (const side of [16, 32, 48, 64, 128, 256, 512]) {
  writeFileSync(resolve(folder, `${side}x${side}.png`), pngOf(side));
}

/** Encodes a PNG of 8-bit RGBA, each row behind its filter. */
function pngOf(side: number): Buffer {
  const pixels = straightRgba(drawAppGauge(side));
  const rowBytes = side * 4;
  const rows = Buffer.alloc(side * (rowBytes + 1));
  for (let row = 0; row < side; row += 1)
    pixels.copy(rows, row * (rowBytes + 1) + 1, row * rowBytes, (row + 1) * rowBytes);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const chunks = [chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([signature, ...chunks]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
