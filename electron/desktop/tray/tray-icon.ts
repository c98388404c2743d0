import { type NativeImage, nativeImage } from 'electron';
import { drawGauge } from './gauge-bitmap.ts';
import { black, toneLooks } from './tray-look.ts';
import { meterSteps, type TrayMeter } from './tray-meter.ts';

/** Chromium sends Linux panels the picture at 1x and no other (Electron 33), so no other is drawn. */
const linuxSide = 22;

const drawn = new Map<string, NativeImage>();

/** Returns the icon, drawn once for each tone and step. On macOS it is a template image, which the system colours. */
export function trayIcon({ tone, step }: TrayMeter): NativeImage {
  const key = `${tone} ${step}`;
  const known = drawn.get(key);
  if (known !== undefined) return known;
  const { colour, mark } = toneLooks[tone];
  const template = process.platform === 'darwin';
  const gauge = { share: step / meterSteps, mark, rimmed: !template };
  const draw = (side: number) => drawGauge(side, template ? black : colour, gauge);
  const image = process.platform === 'linux' ? imageOf(draw(linuxSide), linuxSide) : scalable(draw);
  image.setTemplateImage(template);
  drawn.set(key, image);
  return image;
}

/** Creates an image with pictures at 1x, 2x and 3x. */
function scalable(draw: (side: number) => Buffer): NativeImage {
  const image = nativeImage.createEmpty();
  for (const scaleFactor of [1, 2, 3]) {
    const side = 16 * scaleFactor;
    const buffer = imageOf(draw(side), side).toPNG();
    image.addRepresentation({ scaleFactor, width: side, height: side, buffer });
  }
  return image;
}

function imageOf(bitmap: Buffer, side: number): NativeImage {
  return nativeImage.createFromBitmap(bitmap, { width: side, height: side });
}
