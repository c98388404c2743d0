import { type NativeImage, nativeImage } from 'electron';
import { type Colour, drawGauge } from './gauge-bitmap.ts';
import type { TrayIconName } from './tray-model.ts';

/** Readable on light and on dark panels: each keeps a contrast of 3:1 to both. */
const colours: Record<TrayIconName, Colour> = {
  normal: { red: 13, green: 148, blue: 136 },
  dim: { red: 128, green: 128, blue: 128 },
  attention: { red: 217, green: 89, blue: 38 },
};
const black: Colour = { red: 0, green: 0, blue: 0 };

const drawn = new Map<TrayIconName, NativeImage>();

/** The icon, drawn once for each state at 1x, 2x and 3x; a template image on macOS, which colours it itself. */
export function trayIcon(name: TrayIconName): NativeImage {
  const known = drawn.get(name);
  if (known !== undefined) return known;
  const template = process.platform === 'darwin';
  const side = process.platform === 'linux' ? 22 : 16;
  const image = nativeImage.createEmpty();
  for (const scaleFactor of [1, 2, 3]) {
    const pixels = side * scaleFactor;
    const buffer = drawGauge(pixels, template ? black : colours[name], name === 'dim' ? 0.35 : 0.75);
    image.addRepresentation({ scaleFactor, width: pixels, height: pixels, buffer: toPng(buffer, pixels) });
  }
  image.setTemplateImage(template);
  drawn.set(name, image);
  return image;
}

function toPng(bitmap: Buffer, side: number): Buffer {
  return nativeImage.createFromBitmap(bitmap, { width: side, height: side }).toPNG();
}
