import { drawGauge } from './gauge-bitmap.ts';

const drawn = new Map<number, Buffer>();

/**
 * Draws the app's icon as a square bitmap, premultiplied BGRA as Chromium wants it: the tray's gauge, three quarters full.
 * Each size is drawn once, since every window and notification has one.
 */
export function drawAppGauge(side: number): Buffer {
  const bitmap = drawn.get(side) ?? drawGauge(side, { red: 13, green: 148, blue: 136 }, { share: 0.75 });
  drawn.set(side, bitmap);
  return bitmap;
}

/** Returns the pixels of a premultiplied BGRA bitmap as RGBA that is not premultiplied, as PNG and D-Bus want it. */
export function straightRgba(bitmap: Buffer): Buffer {
  const pixels = Buffer.alloc(bitmap.length);
  for (let at = 0; at < bitmap.length; at += 4) {
    const [blue = 0, green = 0, red = 0, alpha = 0] = bitmap.subarray(at, at + 4);
    const full = (value: number) => (alpha === 0 ? 0 : Math.min(255, Math.round((value * 255) / alpha)));
    pixels.set([full(red), full(green), full(blue), alpha], at);
  }
  return pixels;
}
