import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
// biome-ignore lint/style/noRestrictedImports: one drawing for the tray and the icons, pure and without Electron.
import { drawGauge } from '../electron/desktop/tray/gauge-bitmap.ts';

/** Draws the app's icons with the tray's own gauge, in the sizes that desktops ask for. Run it when the gauge changes. */
const folder = resolve(import.meta.dirname, 'icons');
mkdirSync(folder, { recursive: true });
for (const side of [16, 32, 48, 64, 128, 256, 512]) {
  writeFileSync(resolve(folder, `${side}x${side}.png`), pngOf(side));
}

/** Encodes a PNG of 8-bit RGBA, whose colours must not be premultiplied. */
function pngOf(side: number): Buffer {
  const bitmap = drawGauge(side, { red: 13, green: 148, blue: 136 }, { share: 0.75 });
  const rows = Buffer.alloc(side * (side * 4 + 1));
  for (let pixel = 0; pixel < side * side; pixel += 1) {
    const [blue = 0, green = 0, red = 0, alpha = 0] = bitmap.subarray(pixel * 4, pixel * 4 + 4);
    const at = Math.floor(pixel / side) * (side * 4 + 1) + 1 + (pixel % side) * 4;
    const full = (value: number) => (alpha === 0 ? 0 : Math.min(255, Math.round((value * 255) / alpha)));
    rows.set([full(red), full(green), full(blue), alpha], at);
  }
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
