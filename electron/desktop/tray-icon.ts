import { type NativeImage, nativeImage } from 'electron';
import { drawGauge } from './gauge-bitmap.ts';
import { black, toneLooks } from './tray-look.ts';
import { meterSteps, type TrayMeter } from './tray-meter.ts';

const drawn = new Map<string, NativeImage>();

/** The icon, drawn once for each tone and step at 1x, 2x and 3x; a template image on macOS, which colours it itself. */
export function trayIcon({ tone, step }: TrayMeter): NativeImage {
  const key = `${tone} ${step}`;
  const known = drawn.get(key);
  if (known !== undefined) return known;
  const { colour, mark } = toneLooks[tone];
  const template = process.platform === 'darwin';
  const side = process.platform === 'linux' ? 22 : 16;
  const image = nativeImage.createEmpty();
  for (const scaleFactor of [1, 2, 3]) {
    const pixels = side * scaleFactor;
    const buffer = drawGauge(pixels, template ? black : colour, step / meterSteps, mark);
    image.addRepresentation({ scaleFactor, width: pixels, height: pixels, buffer: toPng(buffer, pixels) });
  }
  image.setTemplateImage(template);
  drawn.set(key, image);
  return image;
}

function toPng(bitmap: Buffer, side: number): Buffer {
  return nativeImage.createFromBitmap(bitmap, { width: side, height: side }).toPNG();
}
